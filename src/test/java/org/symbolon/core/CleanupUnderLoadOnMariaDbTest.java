package org.symbolon.core;

import org.symbolon.testing.TestServer;

class CleanupUnderLoadOnMariaDbTest extends CleanupUnderLoadContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
