package org.symbolon.key;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.symbolon.PublicKeys;
import org.symbolon.config.AccessTokenConfig;

/** The public keys as a JWK Set (RFC 7517 §5; RFC 7518 §6.2). */
public final class JwkSet implements PublicKeys {
  private static final Duration LONG = Duration.ofMinutes(20);
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final KeySource keys;
  private final Duration maxAge;

  /**
   * Of these keys.
   *
   * @param config says how long before its first signature a key is known
   */
  public JwkSet(KeySource keys, AccessTokenConfig config) {
    this.keys = keys;
    this.maxAge = maxAge(config.keyAnnouncement());
  }

  @Override
  public Optional<KeySet> published() {
    List<SigningKey> published = keys.published();
    return published.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeySet(json(published), algorithms(published), maxAge));
  }

  /** With time to spare for the nodes' own look into the table, and for clocks. */
  private static Duration maxAge(Duration announcement) {
    return announcement.compareTo(LONG) > 0
        ? announcement.minus(MARGIN)
        : announcement.dividedBy(2);
  }

  private static String json(List<SigningKey> published) {
    return new JsonWebKeySet(published.stream().map(JwkSet::jwk).toList())
        .toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static PublicJsonWebKey jwk(SigningKey key) {
    try {
      PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key.pair().getPublic());
      jwk.setKeyId(key.id());
      jwk.setUse(Use.SIGNATURE);
      jwk.setAlgorithm(key.algorithm().jwsName());
      return jwk;
    } catch (JoseException e) {
      throw new IllegalStateException("no JWK could be made of " + key, e);
    }
  }

  private static List<String> algorithms(List<SigningKey> published) {
    return published.stream().map(key -> key.algorithm().jwsName()).distinct().toList();
  }
}
