package org.symbolon.token;

import java.util.Optional;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;
import org.symbolon.key.SigningKey;

/**
 * Access tokens as JSON Web Signatures (RFC 7515), with HS256 or a public-key algorithm.
 *
 * <p>The header is one fixed text around the key id. A token whose header differs by a byte is not
 * looked at: no {@code none}, no {@code jku}, no second algorithm can get in (RFC 8725 §3.1,
 * §3.10). The key says which algorithm is checked, never the token.
 */
public final class JwsAccessTokenCodec implements AccessTokenCodec {
  /** {@code ,"prt":"…43…"} in base64url. */
  private static final int ROOM_FOR_PARENT = 70;

  /** What other algorithms than HS256 add to the header: a MAC, and a longer key id. */
  private static final int ROOM_FOR_MAC = 96;

  /** Of RS256 with 3072 bits. */
  private static final int LONGEST_SIGNATURE = 512;

  private final KeySource keys;
  private final String type;
  private final ClaimsJson json;

  /**
   * With these keys.
   *
   * @param type the header {@code typ}, written and required
   * @param json writes and reads the claims
   */
  public JwsAccessTokenCodec(KeySource keys, String type, ClaimsJson json) {
    this.keys = keys;
    this.type = type;
    this.json = json;
  }

  @Override
  public String encode(AccessClaims claims) {
    SigningKey key = keys.current(KeyPurpose.ACCESS);
    return JwsAlgorithm.of(key).sign(key, type, json.write(claims));
  }

  @Override
  public Optional<VerifiedToken> decode(String token) {
    return JwsParts.of(token).flatMap(this::decode);
  }

  @Override
  public Optional<String> verifiedPart(String token) {
    return JwsParts.of(token).flatMap(JwsParts::verified);
  }

  /** Also with another algorithm, so that sessions survive a change of it. */
  @Override
  public int longestLength(String token) {
    int signature = token.length() - token.lastIndexOf('.') - 1;
    return token.length()
        + ROOM_FOR_PARENT
        + (signature == JwsParts.HS256_SIGNATURE ? ROOM_FOR_MAC : 0)
        + Math.max(0, LONGEST_SIGNATURE - signature);
  }

  private Optional<VerifiedToken> decode(JwsParts token) {
    return token
        .keyId()
        .flatMap(keys::find)
        .filter(key -> key.purpose() == KeyPurpose.ACCESS)
        .flatMap(key -> claims(key, token).map(claims -> new VerifiedToken(claims, key.id())));
  }

  private Optional<AccessClaims> claims(SigningKey key, JwsParts token) {
    try {
      return JwsAlgorithm.of(key).verify(key, type, token).flatMap(json::read);
    } catch (RuntimeException e) {
      // the application may share its keys with others, who then can sign anything
      return Optional.empty();
    }
  }
}
