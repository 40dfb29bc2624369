package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SessionManagerInReferenceFormatOnMariaDbTest extends SessionManagerContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB_IN_REFERENCE_FORMAT;
  }

  @Override
  String handleForm() {
    return "[0-9a-f]{44}";
  }
}
