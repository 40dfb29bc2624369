package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
  private static final String DEFAULT = "0 0 0 1-31/7 * *";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void the_default_is_midnight_of_every_seventh_day_of_the_month() {
    CronSchedule schedule = CronSchedule.parse(DEFAULT).orElseThrow();
    List<LocalDate> days = new ArrayList<>();
    Instant now = Instant.parse("2026-01-31T23:00:00Z"); // midnight in Berlin: not after itself
    for (int i = 0; i < 6; i++) {
      now = schedule.next(now, BERLIN).orElseThrow();
      assertThat(now.atZone(BERLIN).toLocalTime()).hasToString("00:00");
      days.add(now.atZone(BERLIN).toLocalDate());
    }
    assertThat(days)
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-02-08", "2026-02-15", "2026-02-22", "2026-03-01", "2026-03-08", "2026-03-15");
  }

  @Test
  void every_second_is_the_next_whole_second() {
    assertThat(next("* * * * * *", "2026-11-21T10:00:00Z")).isEqualTo("2026-11-21T10:00:01Z");
    assertThat(next("* * * * * *", "2026-11-21T10:00:00.001Z")).isEqualTo("2026-11-21T10:00:01Z");
    assertThat(next("* * * * * *", "2026-11-21T10:00:00.999Z")).isEqualTo("2026-11-21T10:00:01Z");
    assertThat(next("0 0 3 * * *", "2026-11-21T02:59:59.5Z")).isEqualTo("2026-11-21T03:00:00Z");
  }

  @Test
  void an_hour_that_summer_time_skips_or_repeats_does_no_harm() {
    CronSchedule schedule = CronSchedule.parse("0 30 2 * * *").orElseThrow();
    Instant now = Instant.parse("2026-03-28T12:00:00Z");
    int runs = 0;
    for (; now.isBefore(Instant.parse("2026-11-01T00:00:00Z")); runs++) {
      Instant next = schedule.next(now, BERLIN).orElseThrow();
      assertThat(next).isAfter(now);
      now = next;
    }
    assertThat(runs).as("one a day").isBetween(215, 220);
  }

  @Test
  void a_leap_day_comes_due() {
    assertThat(next("0 0 0 29 2 *", "2026-01-01T00:00:00Z")).isEqualTo("2028-02-29T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "* * * * *",
        "60 * * * * *",
        "0 0 24 * * *",
        "0 0 0 32 * *",
        "0 0 0 30 2 *"
      })
  void what_is_no_schedule_or_never_due_is_refused(String expression) {
    assertThat(CronSchedule.parse(expression)).isEmpty();
  }

  private static Instant next(String expression, String after) {
    return CronSchedule.parse(expression)
        .orElseThrow()
        .next(Instant.parse(after), ZoneOffset.UTC)
        .orElseThrow();
  }
}
