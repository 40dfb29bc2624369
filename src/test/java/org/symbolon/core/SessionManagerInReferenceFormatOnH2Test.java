package org.symbolon.core;

import org.symbolon.testing.TestServer;

class SessionManagerInReferenceFormatOnH2Test extends SessionManagerContract {
  @Override
  TestServer server() {
    return TestServer.H2_IN_REFERENCE_FORMAT;
  }

  @Override
  String handleForm() {
    return "[0-9a-f]{44}";
  }
}
