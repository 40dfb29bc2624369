package org.symbolon.core;

import org.symbolon.testing.TestServer;

class ReferenceDatabaseOnMariaDbTest extends ReferenceDatabaseContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB_IN_REFERENCE_FORMAT;
  }
}
