package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SealedSessionsOnMariaDbTest extends SealedSessionsContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
