package org.symbolon.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.symbolon.config.RefreshTokenConfig;

/**
 * Counts in how many time slots one token was refreshed. Nobody loses so many answers in a row, but
 * a thief who polls for the owner's next token does. Per node and in bounded memory.
 */
final class RepeatCounter {
  private static final int MOST_TOKENS = 10_000;
  private static final long WITHOUT_LEEWAY = 1000;

  private final long slotMillis;
  private final int limit;
  private final Cache<String, Count> counts;

  private record Count(long lastSlot, int slots) {
    Count seenIn(long slot) {
      return slot == lastSlot ? this : new Count(slot, slots + 1);
    }
  }

  RepeatCounter(RefreshTokenConfig config) {
    Duration leeway = config.leeway();
    this.slotMillis = leeway.isZero() ? WITHOUT_LEEWAY : leeway.toMillis() / 2;
    this.limit = config.repeatLimit();
    this.counts = Caffeine.newBuilder().maximumSize(MOST_TOKENS).build();
  }

  /** Counts a refresh of this token, and tells whether that was one too many. */
  boolean isOneTooMany(String hash2, Instant now) {
    long slot = Math.floorDiv(now.toEpochMilli(), slotMillis);
    Count count =
        counts
            .asMap()
            .compute(hash2, (key, old) -> old == null ? new Count(slot, 1) : old.seenIn(slot));
    return count.slots() > limit;
  }
}
