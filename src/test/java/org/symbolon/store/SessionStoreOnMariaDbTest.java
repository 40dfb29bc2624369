package org.symbolon.store;

import org.symbolon.testing.TestServer;

class SessionStoreOnMariaDbTest extends SessionStoreContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
