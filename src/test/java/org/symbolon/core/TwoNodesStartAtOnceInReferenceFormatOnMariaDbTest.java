package org.symbolon.core;

import org.symbolon.testing.TestServer;

class TwoNodesStartAtOnceInReferenceFormatOnMariaDbTest extends TwoNodesStartAtOnceContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB_IN_REFERENCE_FORMAT;
  }
}
