package org.symbolon.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Remembers tokens whose signature was verified, by their whole text. Bounded; holds successes
 * only, none that a first use will replace. Whether the key still counts is asked each time;
 * expiry, anti-CSRF and blacklist are the caller's to check.
 */
public final class VerifiedTokens implements AccessTokenCodec {
  private static final int MOST = 10_000;

  private final AccessTokenCodec codec;
  private final Predicate<String> keys;
  private final Cache<String, VerifiedToken> verified =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * In front of another codec.
   *
   * @param keys whether the key of this id still counts
   */
  public VerifiedTokens(AccessTokenCodec codec, Predicate<String> keys) {
    this.codec = codec;
    this.keys = keys;
  }

  @Override
  public String encode(AccessClaims claims) {
    return codec.encode(claims);
  }

  @Override
  public int longestLength(String token) {
    return codec.longestLength(token);
  }

  @Override
  public Optional<VerifiedToken> decode(String token) {
    VerifiedToken known = verified.getIfPresent(token);
    if (known == null) {
      return decodeAnew(token);
    }
    if (!keys.test(known.keyId())) {
      verified.invalidate(token);
      return Optional.empty();
    }
    return Optional.of(known);
  }

  private Optional<VerifiedToken> decodeAnew(String token) {
    Optional<VerifiedToken> decoded = codec.decode(token);
    decoded
        .filter(found -> found.claims().parentHash1() == null)
        .ifPresent(found -> verified.put(token, found));
    return decoded;
  }

  /** How many tokens are remembered, about. */
  long size() {
    return verified.estimatedSize();
  }
}
