package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys as they were at one moment; immutable. Rows that cannot be used are left out. */
final class KeySnapshot {
  private static final System.Logger LOG = System.getLogger(KeySnapshot.class.getName());
  static final KeySnapshot EMPTY = new KeySnapshot(List.of(), Instant.MIN);

  private final Map<KeySlot, SigningKey> bySlot = new HashMap<>();
  private final Map<String, SigningKey> byId = new HashMap<>();
  private final Instant loadedAt;

  private KeySnapshot(List<SigningKey> keys, Instant loadedAt) {
    this.loadedAt = loadedAt;
    for (SigningKey key : keys) {
      bySlot.put(key.slot(), key);
      byId.put(key.id(), key);
      byId.put(HexFormat.of().formatHex(key.fingerprint()), key);
    }
  }

  static KeySnapshot of(List<SigningKeyStore.Row> rows, KeySchedule schedule, Instant now) {
    List<SigningKey> keys = new ArrayList<>();
    for (SigningKeyStore.Row row : rows) {
      KeySlot.ofRow(row.name())
          .ifPresent(
              slot ->
                  KeyValue.decode(row.value())
                      .ifPresentOrElse(
                          value -> keys.add(new SigningKey(slot, value)),
                          () ->
                              LOG.log(
                                  Level.WARNING,
                                  "the key row {0} is damaged or of another version: ignored",
                                  row.name())));
    }
    return new KeySnapshot(withoutEnded(keys, schedule, now), now);
  }

  /** A key that can have signed no living token verifies none either. */
  private static List<SigningKey> withoutEnded(
      List<SigningKey> keys, KeySchedule schedule, Instant now) {
    List<SigningKey> sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.comparing(key -> key.slot().start()));
    List<SigningKey> living = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      SigningKey key = sorted.get(i);
      boolean current = key.slot().equals(schedule.current(key.slot().purpose(), now));
      @Nullable Instant next = nextStart(sorted, i);
      if (current || next == null || schedule.endOf(next).isAfter(now)) {
        living.add(key);
      }
    }
    return living;
  }

  private static @Nullable Instant nextStart(List<SigningKey> sorted, int index) {
    KeyPurpose purpose = sorted.get(index).slot().purpose();
    for (SigningKey later : sorted.subList(index + 1, sorted.size())) {
      if (later.slot().purpose() == purpose) {
        return later.slot().start();
      }
    }
    return null;
  }

  @Nullable SigningKey at(KeySlot slot) {
    return bySlot.get(slot);
  }

  /** By {@link SigningKey#id}, or by the fingerprint in hexadecimal. */
  @Nullable SigningKey byId(String id) {
    return byId.get(id);
  }

  Instant loadedAt() {
    return loadedAt;
  }

  boolean hasSameKeysAs(KeySnapshot other) {
    return byId.keySet().equals(other.byId.keySet());
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
