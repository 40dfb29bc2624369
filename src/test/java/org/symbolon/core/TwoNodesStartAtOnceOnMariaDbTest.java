package org.symbolon.core;

import org.symbolon.testing.TestServer;

class TwoNodesStartAtOnceOnMariaDbTest extends TwoNodesStartAtOnceContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
