package org.symbolon.core;

import org.symbolon.testing.TestServer;

class KeyEncryptionOnMariaDbTest extends KeyEncryptionContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
