package org.symbolon.core;

import org.symbolon.testing.TestServer;

class KeyEncryptionOnH2Test extends KeyEncryptionContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
