package org.symbolon.core;

import org.symbolon.testing.TestServer;

class ReferenceDatabaseOnH2Test extends ReferenceDatabaseContract {
  @Override
  TestServer server() {
    return TestServer.H2_IN_REFERENCE_FORMAT;
  }
}
