package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;

/**
 * The snapshot of the table, and how it is loaded: by one thread at a time, and after a failure not
 * again within a second. A load also makes the keys that are due.
 */
final class KeyTable {
  private static final System.Logger LOG = System.getLogger(KeyTable.class.getName());

  /** Between two looks into the table, whoever asks for them. */
  static final Duration GAP = Duration.ofSeconds(1);

  private final SigningKeyStore store;
  private final KeySchedule schedule;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Duration patience;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile KeySnapshot snapshot = KeySnapshot.EMPTY;
  private volatile Instant lastFailure = Instant.MIN;

  /**
   * Loads nothing yet.
   *
   * @param patience how long a caller waits for another caller's load
   */
  KeyTable(
      SigningKeyStore store,
      KeySchedule schedule,
      InstantSource clock,
      SecureRandom random,
      Duration patience) {
    this.store = store;
    this.schedule = schedule;
    this.clock = clock;
    this.random = random;
    this.patience = patience;
  }

  /** What was loaded last; empty before the first load. */
  KeySnapshot snapshot() {
    return snapshot;
  }

  boolean isOlderThan(Duration age) {
    return !isWithin(age, snapshot.loadedAt());
  }

  boolean hasJustFailed() {
    return isWithin(GAP, lastFailure);
  }

  /**
   * Loads for somebody who asks for an unknown key, unless that was done within the last second.
   * Waits for nobody once there are keys: whoever sends garbage must not queue up here.
   *
   * @throws SessionStoreException if the table could not be asked
   */
  void loadForUnknownKey() {
    if (!isOlderThan(GAP)) {
      return;
    }
    if (hasJustFailed()) {
      throw justFailed();
    }
    if (snapshot.isEmpty()) {
      loadUnless(() -> !snapshot.isEmpty());
    } else if (loading.tryLock()) {
      try {
        load();
      } finally {
        loading.unlock();
      }
    } else {
      throw new SessionStoreException("the keys are being loaded", null);
    }
  }

  /**
   * Loads, unless another thread's load made {@code done} true meanwhile.
   *
   * @throws SessionStoreException if the table could not be asked
   */
  void loadUnless(BooleanSupplier done) {
    try {
      if (!loading.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SessionStoreException("the keys are still being loaded", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionStoreException("interrupted while the keys were loaded", e);
    }
    try {
      if (!done.getAsBoolean()) {
        if (hasJustFailed()) {
          throw justFailed();
        }
        load();
      }
    } finally {
      loading.unlock();
    }
  }

  /** Makes the row of a slot, unless there is one. One insert. */
  void insert(KeySlot slot) {
    String value = KeyValue.generate(slot.algorithm(), random).encode();
    store.insertIfAbsent(new SigningKeyStore.Row(slot.rowName(), value, clock.instant()));
    LOG.log(Level.INFO, "announced the key {0}; it signs from {1} on", slot.label(), slot.start());
  }

  private void load() {
    try {
      KeySnapshot loaded = read();
      List<KeySlot> missing = loaded.missing(schedule, clock.instant());
      missing.forEach(this::insert);
      snapshot = missing.isEmpty() ? loaded : read();
    } catch (SessionException e) {
      lastFailure = clock.instant();
      throw e;
    }
  }

  private KeySnapshot read() {
    var rows = store.loadAll();
    return KeySnapshot.of(rows, snapshot, schedule, clock.instant());
  }

  private static SessionStoreException justFailed() {
    return new SessionStoreException("the keys could not be loaded a moment ago", null);
  }

  private boolean isWithin(Duration gap, Instant then) {
    return then.isAfter(Instant.MIN)
        && Duration.between(then, clock.instant()).abs().compareTo(gap) < 0;
  }
}
