package org.symbolon.core;

import org.symbolon.testing.TestServer;

class RotationRacesOnMariaDbTest extends RotationRacesContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
