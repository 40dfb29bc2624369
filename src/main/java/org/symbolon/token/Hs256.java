package org.symbolon.token;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.symbolon.key.SigningKey;

/** HMAC-SHA256 (RFC 7518 §3.2): the signature is checked. */
final class Hs256 implements JwsAlgorithm {
  static final Hs256 INSTANCE = new Hs256();

  private static final AlgorithmConstraints HS256_ONLY =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

  private Hs256() {}

  @Override
  public String sign(SigningKey key, String type, String payload) {
    JsonWebSignature jws = JwsAlgorithm.begin(AlgorithmIdentifiers.HMAC_SHA256, key, type, payload);
    jws.setKey(secretOf(key));
    return JwsAlgorithm.finish(jws);
  }

  @Override
  public Optional<String> verify(SigningKey key, String type, JwsParts token) {
    if (!token.header().equals(header(key, type))) {
      return Optional.empty();
    }
    try {
      // jose4j skips what is no base64url, so that one signature would have any number of spellings
      var unused = Hash.fromBase64Url(token.signature());
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(HS256_ONLY);
      jws.setCompactSerialization(token.header() + "." + token.payload() + "." + token.signature());
      jws.setKey(secretOf(key));
      return jws.verifySignature() ? Optional.of(jws.getPayload()) : Optional.empty();
    } catch (JoseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String header(SigningKey key, String type) {
    return Hash.base64Url(JwsAlgorithm.header(key, type).getBytes(StandardCharsets.US_ASCII));
  }

  private static SecretKeySpec secretOf(SigningKey key) {
    return new SecretKeySpec(key.macKey(), "HmacSHA256");
  }
}
