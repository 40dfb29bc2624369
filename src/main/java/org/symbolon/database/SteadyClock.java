package org.symbolon.database;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The machine's clock as it was at the beginning, and since then the time that has passed: nobody
 * puts it forward or back. It drifts, and stands still while the machine sleeps; the measurements
 * of {@link DatabaseClock} make up for both.
 */
public final class SteadyClock implements InstantSource {
  private final Instant begin;
  private final long beginNanos = System.nanoTime();

  /**
   * Starts with this clock's time.
   *
   * @param clock asked once
   */
  public SteadyClock(InstantSource clock) {
    this.begin = clock.instant();
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - beginNanos);
  }
}
