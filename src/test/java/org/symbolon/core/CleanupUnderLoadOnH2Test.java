package org.symbolon.core;

import org.symbolon.testing.TestServer;

class CleanupUnderLoadOnH2Test extends CleanupUnderLoadContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
