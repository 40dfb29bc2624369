package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Reads the table of keys, and makes those that are due. */
final class KeyTable {
  private static final System.Logger LOG = System.getLogger(KeyTable.class.getName());

  private final SigningKeyStore store;
  private final KeySchedule schedule;
  private final InstantSource clock;
  private final SecureRandom random;

  KeyTable(SigningKeyStore store, KeySchedule schedule, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.schedule = schedule;
    this.clock = clock;
    this.random = random;
  }

  /** What the table holds now, with the keys that are due. */
  KeySnapshot load(KeySnapshot before) {
    KeySnapshot loaded = read(before);
    List<KeySlot> missing = loaded.missing(schedule, clock.instant());
    missing.forEach(this::insert);
    return missing.isEmpty() ? loaded : read(before);
  }

  /** Makes the row of a slot, unless there is one. One insert. */
  void insert(KeySlot slot) {
    String value = KeyValue.generate(slot.algorithm(), random).encode();
    store.insertIfAbsent(new SigningKeyStore.Row(slot.rowName(), value, clock.instant()));
    LOG.log(Level.INFO, "announced the key {0}; it signs from {1} on", slot.label(), slot.start());
  }

  private KeySnapshot read(KeySnapshot before) {
    List<SigningKeyStore.Row> rows = store.loadAll();
    return KeySnapshot.of(rows, before, schedule, clock.instant());
  }
}
