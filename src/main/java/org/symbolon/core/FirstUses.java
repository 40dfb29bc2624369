package org.symbolon.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.symbolon.token.AccessClaims;

/**
 * The refresh tokens of whose first use this node knows, so that a client which goes on presenting
 * the access token of before costs no more than one that took the confirmed one. What was used once
 * has been used for ever, so nothing here grows old. Per node and in bounded memory; what is
 * forgotten is asked of the database again.
 */
final class FirstUses {
  private static final int MOST = 10_000;

  private final Cache<Use, Boolean> known = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Out of an access token that was verified. */
  private record Use(String handle, String refreshHash1) {}

  void note(AccessClaims claims) {
    known.put(use(claims), true);
  }

  boolean isKnown(AccessClaims claims) {
    return known.getIfPresent(use(claims)) != null;
  }

  private static Use use(AccessClaims claims) {
    return new Use(claims.handle().value(), claims.refreshHash1());
  }
}
