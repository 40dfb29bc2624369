package org.symbolon.key;

import org.symbolon.testing.TestServer;

class SigningKeyStoreOnMariaDbTest extends SigningKeyStoreContract {
  SigningKeyStoreOnMariaDbTest() {
    super(TestServer.MARIADB);
  }
}
