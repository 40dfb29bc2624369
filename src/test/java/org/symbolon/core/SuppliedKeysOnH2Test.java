package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SuppliedKeysOnH2Test extends SuppliedKeysContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
