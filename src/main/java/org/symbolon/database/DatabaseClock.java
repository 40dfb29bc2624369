package org.symbolon.database;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The database's time, told without asking it each time: a clock of this machine plus the offset
 * measured last. So that all nodes agree on what "now" is, however wrong their own clocks are.
 */
public final class DatabaseClock implements InstantSource {
  private static final System.Logger LOG = System.getLogger(DatabaseClock.class.getName());
  private static final Duration LARGE_JUMP = Duration.ofSeconds(1);

  private final InstantSource machine;
  private volatile Duration offset = Duration.ZERO;
  private volatile boolean measured;

  /** Follows that clock until the first measurement. */
  public DatabaseClock(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  /**
   * Takes over a measurement; the answer is taken to be from the middle of the round trip.
   *
   * @param before the machine's time when the question was sent
   * @param database what the database answered
   * @param after the machine's time when the answer came
   */
  void adjust(Instant before, Instant database, Instant after) {
    Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
    Duration now = Duration.between(middle, database);
    Duration jump = now.minus(offset).abs();
    if (jump.compareTo(LARGE_JUMP) > 0) {
      LOG.log(
          Level.WARNING,
          measured
              ? "the database''s clock and this machine''s have moved apart by {0} since the last"
                  + " measurement; following the database"
              : "this machine''s clock differs from the database''s by {0}; following the database",
          jump);
    }
    offset = now;
    measured = true;
  }

  /** What it is measured against. */
  public InstantSource machine() {
    return machine;
  }
}
