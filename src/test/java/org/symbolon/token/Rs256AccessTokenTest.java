package org.symbolon.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.symbolon.AccessTokenKey;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.key.KeySource;
import org.symbolon.key.SuppliedKeys;
import org.symbolon.testing.TestKeys;

/** RS256 with a key of the application's. */
class Rs256AccessTokenTest extends PublicKeyTokenContract {
  // to make one takes a second
  private static final List<KeyPair> PAIRS =
      List.of(TestKeys.rsaPair(3072), TestKeys.rsaPair(3072));
  private static int calls;

  @Override
  String alg() {
    return "RS256";
  }

  @Override
  String label() {
    return "rs256";
  }

  @Override
  String signatureAlgorithm() {
    return "SHA256withRSA";
  }

  @Override
  String keyIdPattern() {
    return "app-[0-9a-f]{16}";
  }

  @Override
  int signatureBytes() {
    return 384;
  }

  @Override
  KeySource freshKeys() {
    List<AccessTokenKey> supplied = List.of(AccessTokenKey.rs256(PAIRS.get(calls++ % 2)));
    return new SuppliedKeys(
        "bean", () -> () -> supplied, SigningAlgorithm.RS256, TestKeys.fresh(SampleClaims.NOW));
  }

  @Override
  JWSVerifier nimbusVerifier(PublicKey publicKey) throws JOSEException {
    return new RSASSAVerifier((RSAPublicKey) publicKey);
  }
}
