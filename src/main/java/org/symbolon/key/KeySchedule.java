package org.symbolon.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.AccessTokenConfig;
import org.symbolon.config.SigningAlgorithm;

/**
 * Which key is due when: a pure function of the time. Announced (in the table, known to all nodes)
 * before it signs, and kept until the last token signed with it is over.
 */
final class KeySchedule {
  private static final Duration LONGEST_ANNOUNCEMENT = Duration.ofMinutes(70);

  /** For nodes that notice the turn of the slot a little late. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final AccessTokenConfig config;
  private final Set<KeyPurpose> purposes;
  private final Duration announcement;

  /** Makes keys for these purposes only. */
  KeySchedule(AccessTokenConfig config, Set<KeyPurpose> purposes) {
    this.config = config;
    this.purposes = Set.copyOf(purposes);
    this.announcement = announcement(config);
  }

  /** How long before its first signature a key is in the table. */
  static Duration announcement(AccessTokenConfig config) {
    Duration half = config.keyUpdateInterval().dividedBy(2);
    return half.compareTo(LONGEST_ANNOUNCEMENT) < 0 ? half : LONGEST_ANNOUNCEMENT;
  }

  /** The slot whose key signs now. */
  KeySlot current(KeyPurpose purpose, Instant now) {
    return switch (purpose) {
      case ACCESS -> new KeySlot(purpose, config.algorithm(), accessStart(now));
      case REFRESH -> new KeySlot(purpose, SigningAlgorithm.HS256, Instant.EPOCH);
    };
  }

  /** All slots that must have a row by now. */
  Set<KeySlot> due(Instant now) {
    Set<KeySlot> due = new LinkedHashSet<>();
    for (KeyPurpose purpose : KeyPurpose.values()) {
      if (purposes.contains(purpose)) {
        due.add(current(purpose, now));
        due.add(current(purpose, now.plus(announcement)));
      }
    }
    return due;
  }

  /**
   * Whether the key of a slot may have signed what is still to be verified.
   *
   * @param all the slots that have rows
   */
  boolean isInUse(KeySlot slot, Collection<KeySlot> all, Instant now) {
    if (slot.purpose() == KeyPurpose.REFRESH || slot.equals(current(slot.purpose(), now))) {
      return true;
    }
    Instant signsUntil = signsUntil(slot, all);
    return signsUntil == null || signsUntil.plus(config.validity()).plus(GRACE).isAfter(now);
  }

  /**
   * Until the next key of its kind, or, where the algorithm was changed and none came, for one
   * interval; without rotation there is no end.
   */
  private @Nullable Instant signsUntil(KeySlot slot, Collection<KeySlot> all) {
    return all.stream()
        .filter(other -> other.hasKindOf(slot) && other.start().isAfter(slot.start()))
        .map(KeySlot::start)
        .min(Comparator.naturalOrder())
        .orElse(
            slot.start().equals(Instant.EPOCH)
                ? null
                : slot.start().plus(config.keyUpdateInterval()));
  }

  private Instant accessStart(Instant now) {
    if (!config.keyRotation()) {
      return Instant.EPOCH;
    }
    long interval = config.keyUpdateInterval().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), interval) * interval);
  }
}
