package org.symbolon.core;

import org.symbolon.testing.TestServer;

class RotationRacesInReferenceFormatOnMariaDbTest extends RotationRacesContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB_IN_REFERENCE_FORMAT;
  }
}
