package org.symbolon.core;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.symbolon.config.CronSchedule;
import org.symbolon.log.ForeignFailure;

/**
 * Runs a task at the due times of a schedule, by the clock on the wall. It looks at the clock once
 * a minute at least: waits are measured by a clock that stands still while a computer sleeps, and
 * the one on the wall may be set.
 *
 * <p>A due time that has passed meanwhile is made up for, once, however many they were.
 */
public final class CronTimer {
  private static final System.Logger LOG = System.getLogger(CronTimer.class.getName());
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
  private static final Duration FAR_AHEAD = Duration.ofDays(36_500);

  private final CronSchedule schedule;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Delay delay;
  private final Later later;
  private final Runnable task;
  private Instant next;
  private Duration delayed;

  /**
   * Keeps nodes that follow one clock from starting in the same instant.
   *
   * @param random where the delay of each run is drawn from
   * @param most how long a delay is at most; zero for none
   */
  public record Delay(RandomGenerator random, Duration most) {
    Duration draw() {
      return most.isZero() ? most : Duration.ofMillis(random.nextLong(most.toMillis()));
    }
  }

  /** Runs something once after a time. */
  @FunctionalInterface
  public interface Later {
    /** Returns at once. */
    void run(Runnable task, Duration after);
  }

  /**
   * Does nothing until it is started.
   *
   * @param zone in which the schedule's hours and days are meant
   * @param clock which may be set forwards or back at any time
   * @param later waits, on a thread on which the task may run; never two runs at a time
   * @param task what fails in it is logged and changes nothing for the next run
   */
  public CronTimer(
      CronSchedule schedule,
      ZoneId zone,
      InstantSource clock,
      Delay delay,
      Later later,
      Runnable task) {
    this.schedule = schedule;
    this.zone = zone;
    this.clock = clock;
    this.delay = delay;
    this.later = later;
    this.task = task;
    this.next = nextAfter(clock.instant());
    this.delayed = delay.draw();
  }

  /** Waits for the first due time; to be called once. Who gave it {@code later} ends it. */
  public void start() {
    later.run(this::look, untilDue());
  }

  private void look() {
    try {
      Instant now = clock.instant();
      Instant soonest = nextAfter(now);
      if (soonest.isBefore(next)) {
        // the clock was set back, perhaps by years
        next = soonest;
      }
      if (!now.isBefore(next.plus(delayed))) {
        run();
      }
    } finally {
      later.run(this::look, untilDue());
    }
  }

  private void run() {
    try {
      task.run();
    } catch (Throwable e) {
      ForeignFailure.survive(e);
      LOG.log(Level.WARNING, "a scheduled task failed; it will be run again when it is due", e);
    } finally {
      next = nextAfter(clock.instant());
      delayed = delay.draw();
    }
  }

  private Instant nextAfter(Instant now) {
    return schedule.next(now, zone).orElse(now.plus(FAR_AHEAD));
  }

  private Duration untilDue() {
    Duration wait = Duration.between(clock.instant(), next.plus(delayed));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return LONGEST_WAIT;
    }
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }
}
