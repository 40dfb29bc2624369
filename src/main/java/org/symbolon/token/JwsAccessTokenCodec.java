package org.symbolon.token;

import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKey;
import org.symbolon.key.SigningKeys;

/**
 * Access tokens as JSON Web Signatures (RFC 7515) with HS256.
 *
 * <p>The header is one fixed text around the key id. A token whose header differs by a byte is not
 * looked at: no {@code none}, no {@code jku}, no second algorithm can get in (RFC 8725 §3.1,
 * §3.10). The key says which algorithm is checked, never the token.
 */
public final class JwsAccessTokenCodec implements AccessTokenCodec {
  private static final int MOST_CHARACTERS = 8192;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"(access-\\d{1,12}-[0-9a-f]{16})\"\\}");
  private static final AlgorithmConstraints HS256_ONLY =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

  private final SigningKeys keys;
  private final ClaimsJson json;

  /** With these keys; {@code json} writes and reads the claims. */
  public JwsAccessTokenCodec(SigningKeys keys, ClaimsJson json) {
    this.keys = keys;
    this.json = json;
  }

  @Override
  public String encode(AccessClaims claims) {
    SigningKey key = keys.current(KeyPurpose.ACCESS);
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setHeader("typ", "JWT");
    jws.setKeyIdHeaderValue(key.id());
    jws.setPayload(json.write(claims));
    jws.setKey(secretOf(key));
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  @Override
  public Optional<AccessClaims> decode(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    return keyId(token.substring(0, dot)).flatMap(keys::find).flatMap(key -> decode(token, key));
  }

  private static Optional<String> keyId(String headerSegment) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(headerSegment);
      Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.UTF_8));
      return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<AccessClaims> decode(String token, SigningKey key) {
    if (key.slot().purpose() != KeyPurpose.ACCESS) {
      return Optional.empty();
    }
    try {
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(HS256_ONLY);
      jws.setCompactSerialization(token);
      jws.setKey(secretOf(key));
      return jws.verifySignature() ? json.read(jws.getPayload()) : Optional.empty();
    } catch (JoseException | JsonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SecretKeySpec secretOf(SigningKey key) {
    return new SecretKeySpec(key.subKey("symbolon/access-hs256/v1"), "HmacSHA256");
  }
}
