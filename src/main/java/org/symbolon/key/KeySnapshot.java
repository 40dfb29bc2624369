package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys as they were at one moment; immutable. Rows that cannot be used are left out. */
final class KeySnapshot {
  private static final System.Logger LOG = System.getLogger(KeySnapshot.class.getName());
  static final KeySnapshot EMPTY = new KeySnapshot(Instant.MIN);

  private final Map<KeySlot, SigningKey> bySlot = new HashMap<>();
  private final Map<String, SigningKey> byId = new HashMap<>();
  private final Map<SigningKeyStore.Row, SigningKey> byRow = new HashMap<>();
  private final Instant loadedAt;

  private KeySnapshot(Instant loadedAt) {
    this.loadedAt = loadedAt;
  }

  /**
   * Without the keys that no living token can have been signed with: they verify none either.
   *
   * @param before has the keys of rows that have not changed: to check a key pair takes its time
   */
  static KeySnapshot of(
      List<SigningKeyStore.Row> rows, KeySnapshot before, KeySchedule schedule, Instant now) {
    Map<KeySlot, SigningKeyStore.Row> bySlot = new HashMap<>();
    rows.forEach(row -> KeySlot.ofRow(row.name()).ifPresent(slot -> bySlot.put(slot, row)));
    KeySnapshot snapshot = new KeySnapshot(now);
    bySlot.forEach(
        (slot, row) -> {
          if (schedule.isInUse(slot, bySlot.keySet(), now)) {
            Optional.ofNullable(before.byRow.get(row))
                .or(() -> decode(slot, row))
                .ifPresent(key -> snapshot.add(slot, row, key));
          }
        });
    return snapshot;
  }

  private static Optional<SigningKey> decode(KeySlot slot, SigningKeyStore.Row row) {
    Optional<SigningKey> key =
        KeyValue.decode(row.value())
            .filter(value -> value.algorithm() == slot.algorithm())
            .map(value -> SigningKey.of(slot, value));
    if (key.isEmpty()) {
      LOG.log(
          Level.WARNING, "the key row {0} is damaged or of another version: ignored", row.name());
    }
    return key;
  }

  private void add(KeySlot slot, SigningKeyStore.Row row, SigningKey key) {
    bySlot.put(slot, key);
    byId.put(key.id(), key);
    byId.put(HexFormat.of().formatHex(key.fingerprint()), key);
    byRow.put(row, key);
  }

  @Nullable SigningKey at(KeySlot slot) {
    return bySlot.get(slot);
  }

  /** By {@link SigningKey#id}, or by the fingerprint in hexadecimal. */
  @Nullable SigningKey byId(String id) {
    return byId.get(id);
  }

  /** The public ones, in the order of their ids. */
  List<SigningKey> published() {
    return bySlot.values().stream()
        .filter(SigningKey::isPublic)
        .sorted(Comparator.comparing(SigningKey::id))
        .toList();
  }

  Instant loadedAt() {
    return loadedAt;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
