package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SealedSessionsOnH2Test extends SealedSessionsContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
