package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SigningAlgorithm;

/**
 * The keys of all nodes, in memory. Requests read a snapshot; it is renewed in the background once
 * a minute, which also creates the keys that are due soon.
 *
 * <p>Unknown key ids, however many come, cost one look into the table per second in all, and evict
 * nothing. With the database down the snapshot stays.
 */
public final class SigningKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());

  private final KeyTable table;
  private final KeyView<KeySnapshot> view;
  private final KeySchedule schedule;
  private final KeyRemoval removal;
  private final LateKeys lateKeys;
  private final InstantSource clock;
  private final Executor background;

  /**
   * Loads nothing yet.
   *
   * @param purposes what keys are made for
   * @param clocks the time
   * @param background runs the renewals; not a thread that database calls need
   * @throws IllegalArgumentException if the configured algorithm needs keys of the application's
   */
  public SigningKeys(
      SigningKeyStore store,
      SessionConfig config,
      Set<KeyPurpose> purposes,
      Clocks clocks,
      SecureRandom random,
      Executor background) {
    SigningAlgorithm algorithm = config.accessToken().algorithm();
    if (purposes.contains(KeyPurpose.ACCESS) && !algorithm.hasKeysInTable()) {
      throw new IllegalArgumentException(
          "symbolon.access-token.algorithm = %s needs keys of the application's (AccessTokenKeys)"
              .formatted(algorithm.jwsName()));
    }
    this.schedule = new KeySchedule(config, purposes);
    this.removal = new KeyRemoval(store, clocks.steady());
    this.lateKeys = new LateKeys(config.database().signingKeyTable());
    this.clock = clocks.shared();
    this.background = background;
    this.table = new KeyTable(store, schedule, clock, random);
    this.view = new KeyView<>(KeySnapshot.EMPTY, table::load, clock, config.database().timeout());
  }

  /**
   * Two views of the time.
   *
   * @param shared the database's, which all nodes follow
   * @param steady never put forward or back
   */
  public record Clocks(InstantSource shared, InstantSource steady) {

    /** One for both. */
    public static Clocks of(InstantSource clock) {
      return new Clocks(clock, clock);
    }
  }

  /**
   * The key that signs now. Touches the database only if there is none yet.
   *
   * @throws SessionStoreException if there is none and none could be made
   */
  @Override
  public SigningKey current(KeyPurpose purpose) {
    renewIfOld();
    if (view.known().isEmpty() && view.isOlderThan(KeyView.GAP)) {
      // the first load also tells the database's time
      view.lookUnless(() -> !view.known().isEmpty());
    }
    return signing(purpose)
        .orElseGet(
            () -> {
              if (view.isOlderThan(KeyView.GAP)) {
                view.lookUnless(() -> signing(purpose).isPresent());
              }
              return signing(purpose).orElseThrow(() -> noneUsable(purpose));
            });
  }

  private Optional<SigningKey> signing(KeyPurpose purpose) {
    return view.known().current(purpose, schedule, clock.instant());
  }

  private SessionStoreException noneUsable(KeyPurpose purpose) {
    return new SessionStoreException(
        "no row holds a usable key: " + String.join(", ", view.known().unusable(purpose)), null);
  }

  /**
   * The key with this id, also one that signs no longer. Touches the database only for an unknown
   * id, and then at most once a second.
   *
   * @param id untrusted text
   * @throws SessionStoreException if the id is unknown and the table could not be asked, or the row
   *     could not be read
   */
  @Override
  public Optional<SigningKey> find(String id) {
    renewIfOld();
    if (view.known().byId(id) == null) {
      view.lookForUnknownKey();
    }
    KeySnapshot snapshot = view.known();
    SigningKey key = snapshot.byId(id);
    if (key == null && snapshot.mayBeWithheld(id)) {
      throw new SessionStoreException(
          "the key " + id + " may be in a row that cannot be read", null);
    }
    return Optional.ofNullable(key);
  }

  /** Touches the database if the last look into the table is a minute old. */
  @Override
  public List<SigningKey> published() {
    KeySnapshot known = view.known();
    if (view.isOld()) {
      try {
        // at once and not in the background: others keep the answer, so it must not be an old one
        view.lookForUnknownKey();
      } catch (SessionStoreException e) {
        if (known.isEmpty()) {
          throw e;
        }
      }
    }
    return view.known().published();
  }

  /**
   * Announces a key for access tokens out of turn. One insert, and the statements of a load.
   *
   * @return from when on it signs
   * @throws SessionStoreException if the row could not be written
   */
  public Instant rotate() {
    current(KeyPurpose.ACCESS);
    if (view.known().isNewestWithheld(KeyPurpose.ACCESS)) {
      throw noneUsable(KeyPurpose.ACCESS);
    }
    KeySlot slot = schedule.extra(clock.instant());
    table.insert(slot);
    renew();
    return slot.start();
  }

  /** How it stands with the keys, as far as is known; touches no database. */
  public KeyStatus status() {
    return view.known().status(schedule, clock.instant());
  }

  private void renewIfOld() {
    view.renewIfOld(background, this::renew);
  }

  /**
   * Loads the keys, makes those that are due, and deletes those that are over for long. To be
   * called once a minute, so that keys are announced in time also where no requests come. A failure
   * is logged, and the known keys stay.
   */
  public void renew() {
    try {
      view.lookAgain();
      removal.run(view.known().over(schedule, clock.instant()));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "the keys could not be renewed, the known ones stay: {0}", e.getMessage());
    }
    KeySnapshot known = view.known();
    if (!known.isEmpty()) {
      lateKeys.saw(known.late(schedule, clock.instant()));
    }
  }
}
