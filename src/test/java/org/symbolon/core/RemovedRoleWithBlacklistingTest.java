package org.symbolon.core;

import java.util.Map;

class RemovedRoleWithBlacklistingTest extends RemovedRoleContract {
  @Override
  Map<String, String> format() {
    return Map.of("symbolon.access-token.blacklisting", "true");
  }
}
