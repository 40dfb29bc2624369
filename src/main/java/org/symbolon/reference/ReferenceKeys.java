package org.symbolon.reference;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SessionConfig;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeyRows;
import org.symbolon.key.KeyStatus;
import org.symbolon.key.KeyView;
import org.symbolon.key.LateKeys;
import org.symbolon.key.SigningKeyStore.Row;

/**
 * The reference's keys: one row for access tokens, whose key changes, and one for refresh tokens,
 * whose key never does. Whoever rotates replaces the row in one guarded statement. A key that was
 * replaced verifies here until the last token signed with it is over; the reference knows only the
 * one in the row.
 */
public final class ReferenceKeys implements AccessKeys {
  private static final System.Logger LOG = System.getLogger(ReferenceKeys.class.getName());
  private static final int KEY_BYTES = 32;

  /** Other nodes may sign with the old key until they look again. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Longer than it takes to read two rows, and short if somebody sends garbage. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final KeyRows store;
  private final SessionConfig config;
  private final Making making;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Executor background;
  private final KeyView<KnownKeys> view;
  private final LateKeys lateKeys;
  private volatile @Nullable Row stuck;

  /** Which keys are made where they are missing, and needed. */
  public enum Making {
    /** Those of access tokens and of refresh tokens. */
    ALL,
    /** Those of refresh tokens: the application supplies the others. */
    REFRESH,
    /** None: tokens of the reference are read, not made. */
    NONE
  }

  /**
   * Loads nothing yet.
   *
   * @param clock the database's
   * @param background runs the renewals; not a thread that database calls need
   */
  public ReferenceKeys(
      KeyRows store,
      SessionConfig config,
      Making making,
      InstantSource clock,
      SecureRandom random,
      Executor background) {
    this.store = store;
    this.config = config;
    this.making = making;
    this.clock = clock;
    this.random = random;
    this.background = background;
    this.lateKeys = new LateKeys(config.database().signingKeyTable());
    this.view = new KeyView<>(KnownKeys.NONE, this::load, clock, config.database().timeout());
  }

  @Override
  public AccessKey current() {
    lookIfDue();
    AccessKey key = known().access();
    if (key == null) {
      throw new SessionStoreException("the row " + KnownKeys.ACCESS + " holds no key", null);
    }
    return key;
  }

  @Override
  public List<AccessKey> verifying() {
    return known().verifying(clock.instant());
  }

  /**
   * Nobody announces the reference's keys, so after a rotation all clients come with an unknown
   * one. Those who come while one thread looks wait for it a little, or refresh.
   */
  @Override
  public void lookForUnknownKey() {
    view.lookForUnknownKeyWithin(LOOK);
  }

  /** The key of refresh tokens. Touches the database only if it is not known yet. */
  RefreshSecrets refreshKey() {
    RefreshSecrets key = known().refresh();
    if (key == null) {
      throw new SessionStoreException("the row " + KnownKeys.REFRESH + " holds no key", null);
    }
    return key;
  }

  /** The key of refresh tokens, if there is one; looks for it once a second at most. */
  Optional<RefreshSecrets> refreshKeyIfThere() {
    view.renewIfOld(background, this::renew);
    if (view.known().isEmpty() && view.isOlderThan(KeyView.GAP)) {
      view.lookUnless(() -> !view.isOlderThan(KeyView.GAP));
    }
    return Optional.ofNullable(view.known().refresh());
  }

  /**
   * Replaces the key of access tokens out of turn; it signs at once. One update, and the statements
   * of a load.
   *
   * @return the present time
   * @throws SessionStoreException if the row could not be written
   */
  public Instant rotate() {
    Row row = known().accessRow();
    if (row != null) {
      replace(row);
    }
    view.lookUnless(() -> false);
    return clock.instant();
  }

  /**
   * Loads the keys, and replaces the one that is due. To be called once a minute. A failure is
   * logged, and the known keys stay.
   */
  public void renew() {
    try {
      view.lookAgain();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "the keys could not be renewed, the known ones stay: {0}", e.getMessage());
    }
    lateKeys.saw(status().isLate() ? Set.of(KeyPurpose.ACCESS) : Set.of());
  }

  /** How it stands with the keys, as far as is known; touches no database. Nobody announces one. */
  public KeyStatus status() {
    KnownKeys keys = view.known();
    Row row = keys.accessRow();
    Instant due =
        row == null || making != Making.ALL || !config.accessToken().keyRotation()
            ? null
            : row.createdAt().plus(config.accessToken().keyUpdateInterval());
    boolean isLate = due != null && clock.instant().isAfter(due.plus(MARGIN));
    return new KeyStatus(
        keys.access() != null,
        keys.refresh() != null,
        isLate ? KeyStatus.Next.LATE : due == null ? KeyStatus.Next.NONE : KeyStatus.Next.NOT_DUE,
        row == null ? null : row.createdAt(),
        due);
  }

  /** As the reference does; what we signed with a key that it has replaced, it would refuse. */
  private void lookIfDue() {
    Row row = view.known().accessRow();
    if (making == Making.ALL && row != null && isDue(row)) {
      try {
        view.lookForUnknownKeyWithin(LOOK);
      } catch (SessionException e) {
        LOG.log(Level.DEBUG, "an old key is better than none: {0}", e.getMessage());
      }
    }
  }

  private KnownKeys known() {
    view.renewIfOld(background, this::renew);
    if (view.known().isEmpty()) {
      view.lookUnless(() -> !view.known().isEmpty());
    }
    return view.known();
  }

  private KnownKeys load(KnownKeys before) {
    Map<String, Row> rows = KnownKeys.byName(store.loadAll());
    if (isChanged(rows)) {
      rows = KnownKeys.byName(store.loadAll());
    }
    Instant now = clock.instant();
    Instant until = now.plus(config.accessToken().validity()).plus(MARGIN);
    return before.followedBy(rows, now, until, making == Making.ALL);
  }

  /** Makes what is missing and replaces what is due; the primary key and the old value decide. */
  private boolean isChanged(Map<String, Row> rows) {
    Row access = rows.get(KnownKeys.ACCESS);
    boolean isAccessMissing = making == Making.ALL && access == null;
    boolean isRefreshMissing = making != Making.NONE && !rows.containsKey(KnownKeys.REFRESH);
    if (isAccessMissing) {
      store.insertIfAbsent(newRow(KnownKeys.ACCESS));
    }
    if (isRefreshMissing) {
      store.insertIfAbsent(newRow(KnownKeys.REFRESH));
    }
    boolean isReplaced =
        making == Making.ALL && access != null && isDue(access) && triedToReplace(access);
    return isAccessMissing || isRefreshMissing || isReplaced;
  }

  private boolean isDue(Row row) {
    return config.accessToken().keyRotation()
        && clock.instant().isAfter(row.createdAt().plus(config.accessToken().keyUpdateInterval()));
  }

  private boolean triedToReplace(Row row) {
    try {
      replace(row);
      return true;
    } catch (SessionException e) {
      // an old key is better than none; it is tried again each second, and said once
      if (!row.equals(stuck)) {
        LOG.log(Level.WARNING, "the key {0} is due but stays: {1}", row.name(), e.getMessage());
      }
      stuck = row;
      return false;
    }
  }

  private void replace(Row row) {
    if (store.replace(row, newRow(row.name()))) {
      LOG.log(Level.INFO, "replaced the key {0}", row.name());
    }
  }

  private Row newRow(String name) {
    String text = Base64.getEncoder().encodeToString(Chance.random(KEY_BYTES, random));
    return new Row(name, text, clock.instant());
  }
}
