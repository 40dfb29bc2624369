package org.symbolon.core;

import org.symbolon.testing.TestServer;

class TwoNodesStartAtOnceOnH2Test extends TwoNodesStartAtOnceContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
