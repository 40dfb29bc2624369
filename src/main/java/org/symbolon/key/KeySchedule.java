package org.symbolon.key;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SigningAlgorithm;

/**
 * Which key is due when: a pure function of the time and of the keys that there are. A key is
 * announced (in the table, known to all nodes and, with a public key, to other services) before it
 * signs; it signs until the next one starts, and is over when the last token signed with it is.
 *
 * <p>Only the very first key signs unannounced. Where a successor comes late, since no node ran at
 * its time or the algorithm was changed, the old key signs on until the successor was announced for
 * long enough.
 */
final class KeySchedule {
  /** Keys are made that much earlier than they must be, for clocks that differ. */
  static final Duration MARGIN = Duration.ofMinutes(5);

  private static final Comparator<KeySlot> BY_START =
      Comparator.comparing(KeySlot::start).thenComparing(KeySlot::label);

  private final SessionConfig config;
  private final Set<KeyPurpose> purposes;

  /** Makes keys for these purposes only. */
  KeySchedule(SessionConfig config, Set<KeyPurpose> purposes) {
    this.config = config;
    this.purposes = Set.copyOf(purposes);
  }

  /**
   * The slot whose key signs now: the last one that has started, of the configured algorithm as
   * soon as there is one. If all are to come (the clock was put back), the first.
   *
   * @param usable the slots of the keys that can be used
   */
  Optional<KeySlot> current(KeyPurpose purpose, Collection<KeySlot> usable, Instant now) {
    List<KeySlot> all = usable.stream().filter(slot -> slot.purpose() == purpose).toList();
    Predicate<KeySlot> started = slot -> !slot.start().isAfter(now);
    return all.stream()
        .filter(started.and(isOf(purpose)))
        .max(BY_START)
        .or(() -> all.stream().filter(started).max(BY_START))
        .or(() -> all.stream().filter(isOf(purpose)).min(BY_START))
        .or(() -> all.stream().min(BY_START));
  }

  /**
   * The slots that need a row now and have none.
   *
   * @param all the slots that have rows
   * @param usable those of them whose keys can be used
   */
  List<KeySlot> missing(Collection<KeySlot> all, Collection<KeySlot> usable, Instant now) {
    return missing(all, usable, now, now);
  }

  /**
   * The slots that should have had a row for some time, and have none. They are made a margin
   * earlier than they must be; what is missing when that is over is late. A successor that was
   * announced out of turn, as after a first start shortly before the turn, is late no longer.
   */
  List<KeySlot> late(Collection<KeySlot> all, Collection<KeySlot> usable, Instant now) {
    return missing(all, usable, now, now.minus(MARGIN));
  }

  private List<KeySlot> missing(
      Collection<KeySlot> all, Collection<KeySlot> usable, Instant now, Instant dueBy) {
    List<KeySlot> missing = new ArrayList<>();
    for (KeyPurpose purpose : KeyPurpose.values()) {
      if (purposes.contains(purpose)) {
        // a row far ahead (the clock was put back, or somebody wrote it) must not end the rotation
        Instant horizon = horizon(purpose, now);
        Optional<Instant> last =
            all.stream()
                .filter(isOf(purpose))
                .map(KeySlot::start)
                .filter(start -> !start.isAfter(horizon))
                .max(Comparator.naturalOrder());
        Instant start = last.orElseGet(() -> first(purpose, usable, now));
        if (last.isEmpty()) {
          missing.add(slot(purpose, start));
        }
        for (Instant next = next(purpose, start);
            next != null && !next.isAfter(horizon(purpose, dueBy));
            next = next(purpose, start)) {
          start = later(next, announced(purpose, now));
          missing.add(slot(purpose, start));
        }
      }
    }
    return missing;
  }

  /**
   * When the successor of a key starts: that of the row which is there, or the next one in turn.
   *
   * @param all the slots that have rows
   * @return {@code null} if none follows
   */
  @Nullable Instant successor(KeySlot current, Collection<KeySlot> all, Instant now) {
    return all.stream()
        .filter(isOf(current.purpose()))
        .map(KeySlot::start)
        .filter(start -> start.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> next(current.purpose(), current.start()));
  }

  /** The slot of a key for access tokens that is announced now, out of turn. */
  KeySlot extra(Instant now) {
    Instant start = now.plus(announcement(KeyPurpose.ACCESS)).plusSeconds(1);
    return slot(KeyPurpose.ACCESS, start.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Whether all that the key of a slot can have signed has ended.
   *
   * @param usable the slots of the keys that can be used
   */
  boolean isOver(KeySlot slot, Collection<KeySlot> usable, Instant now) {
    Instant until = signsUntil(slot, usable);
    Duration lives =
        slot.purpose() == KeyPurpose.ACCESS
            ? config.accessToken().validity()
            : config.refreshToken().maxLifetime();
    return until != null && until.plus(lives).plus(MARGIN).isBefore(now);
  }

  /** {@code null} if no end is in sight. */
  private @Nullable Instant signsUntil(KeySlot slot, Collection<KeySlot> usable) {
    Optional<Instant> successor =
        usable.stream()
            .filter(other -> other.hasKindOf(slot) && other.start().isAfter(slot.start()))
            .map(KeySlot::start)
            .min(Comparator.naturalOrder());
    if (successor.isPresent() || isOf(slot.purpose()).test(slot)) {
      return successor.orElse(null);
    }
    // the algorithm was changed; nodes that still have the old one make a successor in time
    Instant next = next(slot.purpose(), slot.start());
    return usable.stream()
        .filter(isOf(slot.purpose()))
        .map(KeySlot::start)
        .min(Comparator.naturalOrder())
        .map(takeover -> next == null ? takeover : later(takeover, next))
        .orElse(null);
  }

  /** At once for the very first key; behind a key of another algorithm announced as usual. */
  private Instant first(KeyPurpose purpose, Collection<KeySlot> usable, Instant now) {
    if (usable.stream().anyMatch(slot -> slot.purpose() == purpose)) {
      return announced(purpose, now);
    }
    long interval = interval(purpose).toSeconds();
    return rotates(purpose)
        ? Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), interval) * interval)
        : Instant.EPOCH;
  }

  /** The next multiple of the interval, so that all nodes mean the same row. */
  private @Nullable Instant next(KeyPurpose purpose, Instant start) {
    long interval = interval(purpose).toSeconds();
    return rotates(purpose)
        ? Instant.ofEpochSecond((Math.floorDiv(start.getEpochSecond(), interval) + 1) * interval)
        : null;
  }

  /** Whole minutes, so that nodes that are late together mostly mean the same row. */
  private Instant announced(KeyPurpose purpose, Instant now) {
    return now.plus(announcement(purpose)).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
  }

  /** What starts later needs no row yet. */
  private Instant horizon(KeyPurpose purpose, Instant now) {
    return now.plus(announcement(purpose)).plus(MARGIN);
  }

  private Duration announcement(KeyPurpose purpose) {
    Duration configured = config.accessToken().keyAnnouncement();
    // a refresh token whose key a node has not seen yet would end the session
    return purpose == KeyPurpose.REFRESH && configured.compareTo(MARGIN) < 0 ? MARGIN : configured;
  }

  private Duration interval(KeyPurpose purpose) {
    return purpose == KeyPurpose.ACCESS
        ? config.accessToken().keyUpdateInterval()
        : config.refreshToken().keyUpdateInterval();
  }

  private boolean rotates(KeyPurpose purpose) {
    return purpose == KeyPurpose.REFRESH || config.accessToken().keyRotation();
  }

  private KeySlot slot(KeyPurpose purpose, Instant start) {
    return new KeySlot(purpose, algorithm(purpose), start);
  }

  private SigningAlgorithm algorithm(KeyPurpose purpose) {
    return purpose == KeyPurpose.ACCESS ? config.accessToken().algorithm() : SigningAlgorithm.HS256;
  }

  private Predicate<KeySlot> isOf(KeyPurpose purpose) {
    return slot -> slot.purpose() == purpose && slot.algorithm() == algorithm(purpose);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
