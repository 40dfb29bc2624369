package org.symbolon.core;

import org.symbolon.testing.TestServer;

class ExpiredSessionRemovalOnMariaDbTest extends ExpiredSessionRemovalContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
