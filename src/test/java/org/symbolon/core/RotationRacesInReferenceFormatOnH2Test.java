package org.symbolon.core;

import org.symbolon.testing.TestServer;

class RotationRacesInReferenceFormatOnH2Test extends RotationRacesContract {
  @Override
  TestServer server() {
    return TestServer.H2_IN_REFERENCE_FORMAT;
  }
}
