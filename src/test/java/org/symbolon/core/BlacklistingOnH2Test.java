package org.symbolon.core;

import org.symbolon.testing.TestServer;

class BlacklistingOnH2Test extends BlacklistingContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
