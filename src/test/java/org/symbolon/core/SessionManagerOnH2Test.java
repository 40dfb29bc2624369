package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SessionManagerOnH2Test extends SessionManagerContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
