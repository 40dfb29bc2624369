package org.symbolon.core;

import org.symbolon.testing.TestServer;

class BlacklistingOnMariaDbTest extends BlacklistingContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
