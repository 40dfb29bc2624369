package org.symbolon.core;

import java.util.Map;

class RemovedRoleOnH2Test extends RemovedRoleContract {
  @Override
  Map<String, String> format() {
    return Map.of();
  }
}
