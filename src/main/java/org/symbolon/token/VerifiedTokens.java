package org.symbolon.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Remembers tokens whose signature was verified, by the part that was verified: whatever else its
 * client changes in a token, it is remembered once. Bounded by what the tokens weigh; holds
 * successes only, none that a first use will replace. Whether the key still counts is asked each
 * time; expiry, anti-CSRF and blacklist are the caller's to check.
 */
public final class VerifiedTokens implements AccessTokenCodec {
  /** In bytes of memory, by the estimate of {@link TokenWeight}. */
  static final long MOST_BYTES = 32L * 1024 * 1024;

  private final AccessTokenCodec codec;
  private final Predicate<String> keys;
  private final Cache<String, VerifiedToken> verified =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(TokenWeight::bytes)
          // at once, on the thread that has one token more
          .executor(Runnable::run)
          .build();

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
  public Optional<String> verifiedPart(String token) {
    return codec.verifiedPart(token);
  }

  @Override
  public Optional<VerifiedToken> decode(String token) {
    String part = codec.verifiedPart(token).orElse(null);
    if (part == null) {
      return codec.decode(token);
    }
    VerifiedToken known = verified.getIfPresent(part);
    if (known == null) {
      return decodeAnew(token, part);
    }
    if (!keys.test(known.keyId())) {
      verified.invalidate(part);
      return Optional.empty();
    }
    return Optional.of(known);
  }

  private Optional<VerifiedToken> decodeAnew(String token, String part) {
    Optional<VerifiedToken> decoded = codec.decode(token);
    decoded
        .filter(found -> found.claims().parentHash1() == null)
        .ifPresent(found -> verified.put(part, found));
    return decoded;
  }

  /** How many tokens are remembered, about. */
  long size() {
    return verified.estimatedSize();
  }

  /** What they weigh. */
  long bytes() {
    verified.cleanUp();
    return verified.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }
}
