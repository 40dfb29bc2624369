package org.symbolon.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers tokens whose signature was verified, by their whole text. Bounded; holds successes
 * only, none that a first use will replace; forgets all when the keys change. Expiry and anti-CSRF
 * are the caller's to check each time.
 */
public final class VerifiedTokens implements AccessTokenCodec {
  private static final int MOST = 10_000;

  private final AccessTokenCodec codec;
  private final LongSupplier keysVersion;
  private final Cache<String, AccessClaims> verified =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private volatile long version = -1;

  /**
   * In front of another codec.
   *
   * @param keysVersion changes when the keys do
   */
  public VerifiedTokens(AccessTokenCodec codec, LongSupplier keysVersion) {
    this.codec = codec;
    this.keysVersion = keysVersion;
  }

  @Override
  public String encode(AccessClaims claims) {
    return codec.encode(claims);
  }

  @Override
  public Optional<AccessClaims> decode(String token) {
    forgetIfKeysChanged();
    AccessClaims known = verified.getIfPresent(token);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<AccessClaims> claims = codec.decode(token);
    claims
        .filter(found -> found.parentHash1() == null)
        .ifPresent(found -> verified.put(token, found));
    return claims;
  }

  /** How many tokens are remembered, about. */
  long size() {
    return verified.estimatedSize();
  }

  private void forgetIfKeysChanged() {
    long now = keysVersion.getAsLong();
    if (now != version) {
      verified.invalidateAll();
      version = now;
    }
  }
}
