package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.symbolon.config.CronSchedule;
import org.symbolon.testing.SettableClock;

/** Time passes only as far as the timer waits, or as the test says. */
class CronTimerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NO_DELAY = Duration.ZERO;

  private final SettableClock clock = new SettableClock();
  private final List<Instant> runs = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private Runnable waiting;
  private Runnable task = () -> {};

  @Test
  void it_runs_at_each_due_time() {
    start("0 0 3 * * *", NO_DELAY);
    passUntil("2026-11-24T12:00:00Z");
    assertThat(runs)
        .containsExactly(
            Instant.parse("2026-11-22T03:00:00Z"),
            Instant.parse("2026-11-23T03:00:00Z"),
            Instant.parse("2026-11-24T03:00:00Z"));
    assertThat(waits).allMatch(wait -> wait.compareTo(MINUTE) <= 0);
  }

  @Test
  void a_delay_is_drawn_for_each_run() {
    start("0 0 3 * * *", Duration.ofSeconds(10));
    passUntil("2026-12-11T12:00:00Z");
    List<Long> delays =
        runs.stream().map(run -> run.toEpochMilli() % Duration.ofHours(1).toMillis()).toList();
    assertThat(delays).hasSize(20).allMatch(delay -> delay < 10_000);
    assertThat(delays.stream().distinct()).hasSizeGreaterThan(15);
  }

  @Test
  void after_a_sleep_over_many_due_times_it_runs_once_and_soon() {
    start("0 0 3 * * *", NO_DELAY);
    passUntil("2026-11-21T12:00:00Z");
    clock.set(Instant.parse("2026-12-24T12:00:30Z")); // a laptop was shut, its waits stood still
    pass();
    pass();
    assertThat(runs).containsExactly(Instant.parse("2026-12-24T12:01:30Z"));
    passUntil("2026-12-25T03:00:30Z");
    assertThat(runs).hasSize(2).endsWith(Instant.parse("2026-12-25T03:00:00Z"));
  }

  @Test
  void a_clock_that_was_years_ahead_and_is_set_right_stops_nothing() {
    clock.set(Instant.parse("2036-01-01T00:00:00Z"));
    start("0 0 3 * * *", NO_DELAY);
    pass();
    clock.set(Instant.parse("2026-11-21T10:00:00Z"));
    passUntil("2026-11-22T03:01:00Z");
    assertThat(runs).containsExactly(Instant.parse("2026-11-22T03:00:00Z"));
  }

  @Test
  void a_clock_that_jumps_to_and_fro_makes_no_busy_loop() {
    clock.set(Instant.parse("2026-11-21T10:00:00.999Z"));
    start("* * * * * *", NO_DELAY);
    for (int i = 0; i < 100; i++) {
      clock.advance(Duration.ofDays(i % 2 == 0 ? 400 : -400));
      pass();
    }
    assertThat(runs).hasSizeBetween(50, 100);
    assertThat(waits).allMatch(wait -> wait.toMillis() >= 10);
  }

  @Test
  void a_wait_that_ends_too_early_runs_nothing() {
    start("0 0 3 * * *", NO_DELAY);
    for (int i = 0; i < 10; i++) {
      waits.clear();
      waiting.run();
    }
    assertThat(runs).isEmpty();
    assertThat(waits).containsExactly(MINUTE);
  }

  @Test
  void a_task_that_takes_longer_than_its_interval_is_not_run_twice_for_it() {
    task = () -> clock.advance(Duration.ofSeconds(200));
    start("0 * * * * *", NO_DELAY);
    passUntil("2026-11-21T10:10:00Z");
    assertThat(runs)
        .containsExactly(
            Instant.parse("2026-11-21T10:01:00Z"),
            Instant.parse("2026-11-21T10:05:00Z"),
            Instant.parse("2026-11-21T10:09:00Z"));
  }

  @Test
  void a_task_that_fails_is_run_again_when_it_is_due() {
    task =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    start("0 * * * * *", NO_DELAY);
    passUntil("2026-11-21T10:03:00Z");
    assertThat(runs).hasSize(3);
  }

  private void start(String schedule, Duration delay) {
    new CronTimer(
            CronSchedule.parse(schedule).orElseThrow(),
            ZoneOffset.UTC,
            clock,
            new CronTimer.Delay(new SplittableRandom(1), delay),
            (next, after) -> {
              waiting = next;
              waits.add(after);
            },
            () -> {
              runs.add(clock.instant());
              task.run();
            })
        .start();
  }

  private void pass() {
    clock.advance(waits.get(waits.size() - 1));
    waiting.run();
  }

  private void passUntil(String end) {
    while (!clock.instant().plus(waits.get(waits.size() - 1)).isAfter(Instant.parse(end))) {
      pass();
    }
  }
}
