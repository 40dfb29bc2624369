package org.symbolon.core;

import org.symbolon.testing.TestServer;

class RotationRacesOnH2Test extends RotationRacesContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }
}
