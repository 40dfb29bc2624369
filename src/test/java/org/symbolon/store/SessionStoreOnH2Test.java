package org.symbolon.store;

import org.symbolon.testing.TestServer;

class SessionStoreOnH2Test extends SessionStoreContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
