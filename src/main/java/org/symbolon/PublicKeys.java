package org.symbolon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The keys with which other services verify access tokens. The library serves them itself, at
 * {@code symbolon.access-token.jwks-path}; a bean of this type can be injected to hand them out in
 * another way.
 */
public interface PublicKeys {

  /**
   * What there is to hand out: the keys that may have signed a token that is still alive, and those
   * that will sign soon; of each its public half.
   *
   * <p>Looks into the table once a minute at most. With the database down it answers what is known.
   *
   * @return empty if no key has a public half, as with HS256, the default
   * @throws SessionStoreException if the keys have not been read yet and cannot be read now; worth
   *     another try in a second
   */
  Optional<KeySet> published();

  /**
   * Public keys.
   *
   * @param json a JWK Set (RFC 7517 §5): the same text from all nodes that know the same keys
   * @param algorithms the keys' algorithms, as in {@code alg} (RFC 7518 §3.1), each once
   * @param maxAge how long others may keep the text: shorter than the time between the announcement
   *     of a key and its first signature; zero where keys are not announced
   */
  record KeySet(String json, List<String> algorithms, Duration maxAge) {
    /** Copies the list. */
    public KeySet {
      algorithms = List.copyOf(algorithms);
    }
  }
}
