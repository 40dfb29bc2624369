package org.symbolon.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.symbolon.SessionHandle;
import org.symbolon.token.AccessClaims;

/**
 * Of each session the refresh token whose first use this node has seen last, so that a client which
 * goes on presenting the access token of before costs no more than one that took the confirmed one.
 * Where the node sees the session move on, that ends. Per node and in bounded memory; what is
 * forgotten is asked of the database again.
 */
final class FirstUses {
  private static final int MOST = 10_000;

  private final Cache<String, String> last = Caffeine.newBuilder().maximumSize(MOST).build();

  /** The first use of the refresh token with that hash has been seen, or it was refreshed. */
  void note(SessionHandle handle, String refreshHash1) {
    last.put(handle.value(), refreshHash1);
  }

  boolean isKnown(AccessClaims claims) {
    return claims.refreshHash1().equals(last.getIfPresent(claims.handle().value()));
  }
}
