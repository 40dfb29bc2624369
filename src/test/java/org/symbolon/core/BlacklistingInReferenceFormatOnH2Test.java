package org.symbolon.core;

import org.symbolon.testing.TestServer;

class BlacklistingInReferenceFormatOnH2Test extends BlacklistingContract {
  @Override
  TestServer server() {
    return TestServer.H2_IN_REFERENCE_FORMAT;
  }
}
