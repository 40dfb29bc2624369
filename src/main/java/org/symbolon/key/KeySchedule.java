package org.symbolon.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.config.AccessTokenConfig;

/**
 * Which key is due when: a pure function of the time. Announced (in the table, known to all nodes)
 * before it signs, and kept until the last token signed with it is over.
 */
final class KeySchedule {
  private static final Duration LONGEST_ANNOUNCEMENT = Duration.ofMinutes(70);

  /** For nodes that notice the turn of the slot a little late. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final AccessTokenConfig config;
  private final Duration announcement;

  KeySchedule(AccessTokenConfig config) {
    this.config = config;
    Duration half = config.keyUpdateInterval().dividedBy(2);
    this.announcement = half.compareTo(LONGEST_ANNOUNCEMENT) < 0 ? half : LONGEST_ANNOUNCEMENT;
  }

  /** The slot whose key signs now. */
  KeySlot current(KeyPurpose purpose, Instant now) {
    return new KeySlot(purpose, purpose == KeyPurpose.ACCESS ? accessStart(now) : Instant.EPOCH);
  }

  /** All slots that must have a row by now. */
  List<KeySlot> due(Instant now) {
    List<KeySlot> due = new ArrayList<>();
    due.add(current(KeyPurpose.ACCESS, now));
    due.add(current(KeyPurpose.REFRESH, now));
    KeySlot soon = current(KeyPurpose.ACCESS, now.plus(announcement));
    if (!due.contains(soon)) {
      due.add(soon);
    }
    return due;
  }

  /** When the last token is over that the key of a slot may have signed. */
  Instant endOf(Instant startOfNextSlot) {
    return startOfNextSlot.plus(config.validity()).plus(GRACE);
  }

  private Instant accessStart(Instant now) {
    if (!config.keyRotation()) {
      return Instant.EPOCH;
    }
    long interval = config.keyUpdateInterval().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), interval) * interval);
  }
}
