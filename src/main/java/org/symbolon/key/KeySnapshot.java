package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys as they were at one moment; immutable. Rows that cannot be used are left out. */
final class KeySnapshot implements KeyView.Known {
  private static final System.Logger LOG = System.getLogger(KeySnapshot.class.getName());
  static final KeySnapshot EMPTY = new KeySnapshot(Instant.MIN);

  private final Map<KeySlot, SigningKey> bySlot = new HashMap<>();
  private final Map<String, SigningKey> byId = new HashMap<>();
  private final Map<SigningKeyStore.Row, SigningKey> byRow = new HashMap<>();
  private final Map<KeySlot, SigningKeyStore.Row> rows = new HashMap<>();
  private final Instant loadedAt;

  private KeySnapshot(Instant loadedAt) {
    this.loadedAt = loadedAt;
  }

  /**
   * Out of the rows of the table.
   *
   * @param before has the keys of rows that have not changed: to check a key pair takes its time
   */
  static KeySnapshot of(
      List<SigningKeyStore.Row> rows, KeySnapshot before, KeySchedule schedule, Instant now) {
    KeySnapshot snapshot = new KeySnapshot(now);
    for (SigningKeyStore.Row row : rows) {
      KeySlot.ofRow(row.name()).ifPresent(slot -> snapshot.add(slot, row, before));
    }
    snapshot.bySlot.forEach(
        (slot, key) -> {
          // what no living token can have been signed with verifies none either
          if (slot.purpose() == KeyPurpose.REFRESH
              || !schedule.isOver(slot, snapshot.usable(), now)) {
            snapshot.byId.put(key.id(), key);
            snapshot.byId.put(HexFormat.of().formatHex(key.fingerprint()), key);
          }
        });
    return snapshot;
  }

  private void add(KeySlot slot, SigningKeyStore.Row row, KeySnapshot before) {
    rows.put(slot, row);
    Optional.ofNullable(before.byRow.get(row))
        .or(() -> decode(slot, row, row.equals(before.rows.get(slot))))
        .ifPresent(
            key -> {
              bySlot.put(slot, key);
              byRow.put(row, key);
            });
  }

  private static Optional<SigningKey> decode(
      KeySlot slot, SigningKeyStore.Row row, boolean isKnown) {
    Optional<SigningKey> key =
        KeyValue.decode(row.value())
            .filter(value -> value.algorithm() == slot.algorithm())
            .map(value -> SigningKey.of(slot, value));
    // said once, not at each look, which a stranger's key id causes as well
    if (key.isEmpty() && !row.isWithheld() && !isKnown) {
      LOG.log(
          Level.WARNING, "the key row {0} is damaged or of another version: ignored", row.name());
    }
    return key;
  }

  /** The key that signs now; none if others sign with one that this node cannot read. */
  Optional<SigningKey> current(KeyPurpose purpose, KeySchedule schedule, Instant now) {
    return signing(purpose, schedule, now).map(bySlot::get);
  }

  private Optional<KeySlot> signing(KeyPurpose purpose, KeySchedule schedule, Instant now) {
    return schedule
        .current(purpose, usable(), now)
        .filter(
            slot ->
                withheld(slot.purpose())
                    .filter(other -> other.hasKindOf(slot) && !other.start().isAfter(now))
                    .noneMatch(other -> other.start().isAfter(slot.start())));
  }

  /** How it stands, for those who watch. */
  KeyStatus status(KeySchedule schedule, Instant now) {
    Optional<KeySlot> access = signing(KeyPurpose.ACCESS, schedule, now);
    Instant start = access.map(KeySlot::start).orElse(Instant.EPOCH);
    Instant successor =
        access.map(slot -> schedule.successor(slot, rows.keySet(), now)).orElse(null);
    boolean isAnnounced =
        rows.keySet().stream()
            .anyMatch(slot -> slot.purpose() == KeyPurpose.ACCESS && slot.start().isAfter(now));
    return new KeyStatus(
        access.isPresent(),
        signing(KeyPurpose.REFRESH, schedule, now).isPresent(),
        !late(schedule, now).isEmpty()
            ? KeyStatus.Next.LATE
            : isAnnounced
                ? KeyStatus.Next.ANNOUNCED
                : successor == null ? KeyStatus.Next.NONE : KeyStatus.Next.NOT_DUE,
        start.equals(Instant.EPOCH) ? null : start,
        successor);
  }

  /** For what the next key should be in the table for some time, and is not. */
  Set<KeyPurpose> late(KeySchedule schedule, Instant now) {
    Set<KeyPurpose> late = EnumSet.noneOf(KeyPurpose.class);
    schedule.late(rows.keySet(), usable(), now).forEach(slot -> late.add(slot.purpose()));
    return late;
  }

  /** The slots that need a row and have none. */
  List<KeySlot> missing(KeySchedule schedule, Instant now) {
    return schedule.missing(rows.keySet(), usable(), now).stream()
        .filter(slot -> !isNewestWithheld(slot.purpose()))
        .toList();
  }

  /**
   * Whether the newest key cannot be read here, since another node has encrypted it with a key that
   * this one lacks, say. Such a node must not make keys: the others might not be able to read them.
   */
  boolean isNewestWithheld(KeyPurpose purpose) {
    return rows.keySet().stream()
        .filter(slot -> slot.purpose() == purpose)
        .max(Comparator.comparing(KeySlot::start))
        .filter(slot -> isWithheld(slot))
        .isPresent();
  }

  /** Whether a key of this id may be in a row that cannot be read here. */
  boolean mayBeWithheld(String id) {
    return withheld(KeyPurpose.ACCESS).anyMatch(slot -> id.startsWith(slot.label() + "-"))
        || (!id.contains("-") && withheld(KeyPurpose.REFRESH).findAny().isPresent());
  }

  private Stream<KeySlot> withheld(KeyPurpose purpose) {
    return rows.keySet().stream().filter(slot -> slot.purpose() == purpose && isWithheld(slot));
  }

  private boolean isWithheld(KeySlot slot) {
    SigningKeyStore.Row row = rows.get(slot);
    return row != null && row.isWithheld();
  }

  /** The rows of keys that nothing is to be verified with any more. */
  List<SigningKeyStore.Row> over(KeySchedule schedule, Instant now) {
    return rows.keySet().stream()
        .filter(slot -> schedule.isOver(slot, usable(), now))
        .map(rows::get)
        .toList();
  }

  /** The names of the rows for a purpose that hold no usable key. */
  List<String> unusable(KeyPurpose purpose) {
    return rows.keySet().stream()
        .filter(slot -> slot.purpose() == purpose && !bySlot.containsKey(slot))
        .map(KeySlot::rowName)
        .sorted()
        .toList();
  }

  private Set<KeySlot> usable() {
    return bySlot.keySet();
  }

  /** By {@link SigningKey#id}, or by the fingerprint in hexadecimal. */
  @Nullable SigningKey byId(String id) {
    return byId.get(id);
  }

  /** The public ones that something is, or will be, verified with, in the order of their ids. */
  List<SigningKey> published() {
    return byId.values().stream()
        .filter(SigningKey::isPublic)
        .distinct()
        .sorted(Comparator.comparing(SigningKey::id))
        .toList();
  }

  @Override
  public Instant loadedAt() {
    return loadedAt;
  }

  @Override
  public boolean isEmpty() {
    return bySlot.isEmpty();
  }
}
