package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SuppliedKeysOnMariaDbTest extends SuppliedKeysContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
