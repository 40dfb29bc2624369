package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SessionManagerOnMariaDbTest extends SessionManagerContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
