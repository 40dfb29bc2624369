package org.symbolon.core;

import org.symbolon.testing.TestServer;

class ExpiredSessionRemovalOnH2Test extends ExpiredSessionRemovalContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
