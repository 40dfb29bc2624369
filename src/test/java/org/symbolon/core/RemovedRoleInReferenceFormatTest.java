package org.symbolon.core;

import java.util.Map;

class RemovedRoleInReferenceFormatTest extends RemovedRoleContract {
  @Override
  Map<String, String> format() {
    return Map.of("symbolon.access-token.format", "supertokens-node");
  }
}
