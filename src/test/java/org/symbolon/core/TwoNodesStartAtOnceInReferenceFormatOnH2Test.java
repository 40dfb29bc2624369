package org.symbolon.core;

import org.symbolon.testing.TestServer;

class TwoNodesStartAtOnceInReferenceFormatOnH2Test extends TwoNodesStartAtOnceContract {
  @Override
  TestServer server() {
    return TestServer.H2_IN_REFERENCE_FORMAT;
  }
}
