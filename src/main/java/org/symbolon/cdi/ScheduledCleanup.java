package org.symbolon.cdi;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.CronSchedule;
import org.symbolon.core.CronTimer;
import org.symbolon.core.ExpiredSessionRemoval;

/** The clean-up of expired sessions, on a thread of its own, until it is closed. */
final class ScheduledCleanup implements AutoCloseable {
  static final String THREAD = "symbolon-cleanup";
  private static final Duration MOST_DELAY = Duration.ofSeconds(10);
  private static final int SECONDS_TO_END = 5;

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named(THREAD));

  private ScheduledCleanup() {}

  /** Starts it; {@code null}, and no thread, if there is no schedule. */
  static @Nullable ScheduledCleanup start(
      @Nullable String schedule,
      InstantSource clock,
      RandomGenerator random,
      ExpiredSessionRemoval removal) {
    if (schedule == null) {
      return null;
    }
    ScheduledCleanup cleanup = new ScheduledCleanup();
    new CronTimer(
            CronSchedule.parse(schedule).orElseThrow(),
            ZoneId.systemDefault(),
            clock,
            new CronTimer.Delay(random, MOST_DELAY),
            cleanup::later,
            removal::run)
        .start();
    return cleanup;
  }

  private void later(Runnable task, Duration after) {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Interrupts a run, and waits a moment for its end: an observer may still be at work. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
