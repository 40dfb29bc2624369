package org.symbolon.observability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionManager;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.core.SessionEvents;
import org.symbolon.key.KeyRows;
import org.symbolon.key.KeyStatus;
import org.symbolon.store.ExpiredSessions;
import org.symbolon.store.SessionStore;

/**
 * Puts the meters around the parts of the library. If nobody takes numbers or spans, the parts are
 * returned as they are, so that nothing is paid for nothing.
 */
public final class Observability {
  private final @Nullable Instruments instruments;
  private final @Nullable StoreMeter stores;
  private final RefreshTrail trail = new RefreshTrail();

  private Observability(@Nullable Instruments instruments, DatabaseConfig config) {
    this.instruments = instruments;
    this.stores = instruments == null ? null : new StoreMeter(instruments, config);
  }

  /** For all of these that are on. */
  public static Observability by(List<Instruments> found, DatabaseConfig config) {
    List<Instruments> on = found.stream().filter(Instruments::isOn).toList();
    Observability observability =
        new Observability(
            on.isEmpty() ? null : on.size() == 1 ? on.get(0) : new SeveralInstruments(on), config);
    observability.announceCounters();
    return observability;
  }

  /** So that an alarm finds a nought, and not nothing, before the first theft. */
  private void announceCounters() {
    if (instruments != null) {
      for (Metric metric : Metric.values()) {
        if (metric.kind() == Metric.Kind.COUNTER && metric.attributes().isEmpty()) {
          instruments.count(Series.of(metric), 0);
        }
      }
    }
  }

  /** Measured: outcomes and times. */
  public SessionManager manager(SessionManager manager) {
    return instruments == null ? manager : new MeteredSessionManager(manager, instruments, trail);
  }

  /** Counted. */
  public SessionEvents events(SessionEvents events) {
    return instruments == null ? events : new MeteredEvents(events, instruments, trail);
  }

  /** Measured. */
  public SessionStore sessions(SessionStore store) {
    return stores == null ? store : new MeteredSessionStore(store, stores);
  }

  /** Measured. */
  public ExpiredSessions expired(ExpiredSessions store) {
    return stores == null ? store : new MeteredExpiredSessions(store, stores);
  }

  /** Measured. */
  public KeyRows keys(KeyRows rows) {
    return stores == null ? rows : new MeteredKeyRows(rows, stores);
  }

  /** Counts a refused request. */
  public void refused(SessionException failure) {
    if (instruments != null) {
      instruments.count(Series.of(Metric.REFUSED, Series.word(failure.reason())), 1);
    }
  }

  /**
   * Has the times of the key for access tokens read, and whether the next key is late.
   *
   * @param status must not wait for anything
   * @param clock the database's
   * @return ends it
   */
  public Instruments.Closing keys(Supplier<KeyStatus> status, InstantSource clock) {
    Instruments.Closing age =
        gauge(Metric.KEY_AGE, () -> seconds(status, key -> key.since(), clock.instant(), false));
    Instruments.Closing remaining =
        gauge(
            Metric.KEY_REMAINING, () -> seconds(status, key -> key.until(), clock.instant(), true));
    Instruments.Closing late = gauge(Metric.KEY_LATE, () -> status.get().isLate() ? 1 : 0);
    return () -> {
      age.close();
      remaining.close();
      late.close();
    };
  }

  private Instruments.Closing gauge(Metric metric, DoubleSupplier value) {
    return instruments == null ? Instruments.Closing.NOTHING : instruments.gauge(metric, value);
  }

  private static double seconds(
      Supplier<KeyStatus> status,
      Function<KeyStatus, @Nullable Instant> time,
      Instant now,
      boolean isToCome) {
    Instant then = time.apply(status.get());
    if (then == null) {
      return Double.NaN;
    }
    Duration passed = Duration.between(then, now);
    return Math.max(0, (isToCome ? passed.negated() : passed).toMillis() / 1000.0);
  }
}
