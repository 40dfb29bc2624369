package org.symbolon.key;

import org.symbolon.testing.TestServer;

class SigningKeyStoreOnH2Test extends SigningKeyStoreContract {
  SigningKeyStoreOnH2Test() {
    super(TestServer.H2);
  }
}
