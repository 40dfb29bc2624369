package org.symbolon.core;

import org.symbolon.testing.TestServer;

class AcceptedReferenceTokensOnH2Test extends AcceptedReferenceTokensContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
