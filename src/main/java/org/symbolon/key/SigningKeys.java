package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;
import org.symbolon.config.AccessTokenConfig;

/**
 * The keys of all nodes, in memory. Requests read a snapshot; it is renewed in the background once
 * a minute, which also creates the keys that are due soon.
 *
 * <p>Unknown key ids, however many come, cost one look into the table per second in all, and evict
 * nothing. With the database down the snapshot stays.
 */
public final class SigningKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());
  private static final Duration RENEWAL = Duration.ofMinutes(1);
  private static final Duration LOOKUP_GAP = Duration.ofSeconds(1);

  private final SigningKeyStore store;
  private final KeySchedule schedule;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Executor background;
  private final Duration patience;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private final ReentrantLock loading = new ReentrantLock();
  private volatile KeySnapshot snapshot = KeySnapshot.EMPTY;
  private volatile Instant lastFailure = Instant.MIN;

  /** For all purposes; see the other constructor. */
  public SigningKeys(
      SigningKeyStore store,
      AccessTokenConfig config,
      InstantSource clock,
      SecureRandom random,
      Executor background,
      Duration patience) {
    this(store, config, EnumSet.allOf(KeyPurpose.class), clock, random, background, patience);
  }

  /**
   * Loads nothing yet.
   *
   * @param purposes what keys are made for
   * @param clock the database's
   * @param background runs the renewals; not a thread that database calls need
   * @param patience how long a caller waits for another caller's load
   */
  public SigningKeys(
      SigningKeyStore store,
      AccessTokenConfig config,
      Set<KeyPurpose> purposes,
      InstantSource clock,
      SecureRandom random,
      Executor background,
      Duration patience) {
    this.store = store;
    this.schedule = new KeySchedule(config, purposes);
    this.clock = clock;
    this.random = random;
    this.background = background;
    this.patience = patience;
  }

  /**
   * The key that signs now. Touches the database only if its slot has no key yet.
   *
   * @throws SessionStoreException if there is none and none could be made
   */
  @Override
  public SigningKey current(KeyPurpose purpose) {
    if (snapshot.isEmpty()) {
      // the first load also tells the database's time
      loadUnless(() -> !snapshot.isEmpty());
    }
    KeySlot slot = schedule.current(purpose, clock.instant());
    SigningKey key = snapshot.at(slot);
    if (key == null) {
      loadUnless(() -> snapshot.at(slot) != null);
      key = snapshot.at(slot);
    }
    if (key == null) {
      throw new SessionStoreException("the row " + slot.rowName() + " holds no usable key", null);
    }
    renewIfOld();
    return key;
  }

  /**
   * The key with this id, also one that signs no longer. Touches the database only for an unknown
   * id, and then at most once a second.
   *
   * @param id untrusted text
   * @throws SessionStoreException if the id is unknown and the table could not be asked
   */
  @Override
  public Optional<SigningKey> find(String id) {
    SigningKey key = snapshot.byId(id);
    if (key == null && !isWithin(LOOKUP_GAP, snapshot.loadedAt())) {
      lookUp();
      key = snapshot.byId(id);
    }
    renewIfOld();
    return Optional.ofNullable(key);
  }

  /** Touches the database if the last look into the table is a minute old. */
  @Override
  public List<SigningKey> published() {
    // at once and not in the background: a node may have had no other request since the last key
    // was announced
    if (!isWithin(RENEWAL, snapshot.loadedAt())) {
      try {
        lookUp();
      } catch (SessionStoreException e) {
        if (snapshot.isEmpty()) {
          throw e;
        }
      }
    }
    return snapshot.published();
  }

  /** Waits for nobody once there are keys: whoever sends garbage must not queue up here. */
  private void lookUp() {
    if (isWithin(LOOKUP_GAP, lastFailure)) {
      throw new SessionStoreException("the keys could not be loaded a moment ago", null);
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

  private void loadUnless(BooleanSupplier done) {
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
        if (isWithin(LOOKUP_GAP, lastFailure)) {
          throw new SessionStoreException("the keys could not be loaded a moment ago", null);
        }
        load();
      }
    } finally {
      loading.unlock();
    }
  }

  private void load() {
    try {
      snapshot = readWithDueKeys();
    } catch (SessionException e) {
      lastFailure = clock.instant();
      throw e;
    }
  }

  private KeySnapshot readWithDueKeys() {
    KeySnapshot loaded = read();
    boolean inserted = false;
    for (KeySlot slot : schedule.due(clock.instant())) {
      if (loaded.at(slot) == null) {
        store.insertIfAbsent(newRow(slot));
        inserted = true;
      }
    }
    return inserted ? read() : loaded;
  }

  private KeySnapshot read() {
    var rows = store.loadAll();
    return KeySnapshot.of(rows, snapshot, schedule, clock.instant());
  }

  private SigningKeyStore.Row newRow(KeySlot slot) {
    String value = KeyValue.generate(slot.algorithm(), random).encode();
    return new SigningKeyStore.Row(slot.rowName(), value, clock.instant());
  }

  private void renewIfOld() {
    if (!isWithin(RENEWAL, snapshot.loadedAt())
        && !isWithin(LOOKUP_GAP, lastFailure)
        && renewing.compareAndSet(false, true)) {
      try {
        background.execute(this::renew);
      } catch (RejectedExecutionException e) {
        renewing.set(false);
      }
    }
  }

  private void renew() {
    try {
      Instant before = snapshot.loadedAt();
      loadUnless(() -> snapshot.loadedAt().isAfter(before));
    } catch (SessionException e) {
      LOG.log(
          Level.WARNING, "the keys could not be renewed, the known ones stay: {0}", e.getMessage());
    } finally {
      renewing.set(false);
    }
  }

  private boolean isWithin(Duration gap, Instant then) {
    return then.isAfter(Instant.MIN)
        && Duration.between(then, clock.instant()).abs().compareTo(gap) < 0;
  }
}
