package org.symbolon.core;

import org.symbolon.testing.TestServer;

class AcceptedReferenceTokensOnMariaDbTest extends AcceptedReferenceTokensContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }
}
