package org.symbolon.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;
import java.util.Set;
import org.symbolon.key.KeySource;
import org.symbolon.testing.TestKeys;

/** EdDSA with a key of the table. */
class EdDsaAccessTokenTest extends PublicKeyTokenContract {

  @Override
  String alg() {
    return "EdDSA";
  }

  @Override
  String label() {
    return "eddsa";
  }

  @Override
  String signatureAlgorithm() {
    return "Ed25519";
  }

  @Override
  String keyIdPattern() {
    return "access-eddsa-1795219200-[0-9a-f]{16}";
  }

  @Override
  int signatureBytes() {
    return 64;
  }

  @Override
  KeySource freshKeys() {
    return TestKeys.fresh(
        () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", "EdDSA"));
  }

  @Override
  JWSVerifier nimbusVerifier(PublicKey publicKey) throws JOSEException {
    return new PlatformEd25519(publicKey);
  }

  /** Nimbus has the algorithm from a library that is not worth another dependency. */
  private static final class PlatformEd25519 extends BaseJWSProvider implements JWSVerifier {
    private final PublicKey publicKey;

    PlatformEd25519(PublicKey publicKey) {
      super(Set.of(JWSAlgorithm.EdDSA));
      this.publicKey = publicKey;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) {
      try {
        Signature platform = Signature.getInstance("Ed25519");
        platform.initVerify(publicKey);
        platform.update(signingInput);
        return header.getAlgorithm().equals(JWSAlgorithm.EdDSA)
            && platform.verify(signature.decode());
      } catch (SignatureException e) {
        return false;
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
