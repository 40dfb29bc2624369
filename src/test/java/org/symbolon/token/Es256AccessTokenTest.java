package org.symbolon.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import org.symbolon.key.KeySource;
import org.symbolon.testing.TestKeys;

/** ES256 with a key of the table. */
class Es256AccessTokenTest extends PublicKeyTokenContract {

  @Override
  String alg() {
    return "ES256";
  }

  @Override
  String label() {
    return "es256";
  }

  @Override
  String signatureAlgorithm() {
    return "SHA256withECDSAinP1363Format";
  }

  @Override
  String keyIdPattern() {
    return "access-es256-1795219200-[0-9a-f]{16}";
  }

  @Override
  int signatureBytes() {
    return 64;
  }

  @Override
  KeySource freshKeys() {
    return TestKeys.fresh(
        () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", "ES256"));
  }

  @Override
  JWSVerifier nimbusVerifier(PublicKey publicKey) throws JOSEException {
    return new ECDSAVerifier((ECPublicKey) publicKey);
  }
}
