package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(runs).as("one a day").isEqualTo(218);
  }

  @ParameterizedTest
  @CsvSource({
    // zone, the day whose midnight does not exist, when it begins
    "America/Havana, 2026-03-08, 2026-03-08T05:00:00Z",
    "Asia/Beirut, 2026-03-29, 2026-03-28T22:00:00Z",
    "America/Santiago, 2026-09-06, 2026-09-06T04:00:00Z",
    "Africa/Cairo, 2026-04-24, 2026-04-23T22:00:00Z",
    "Atlantic/Azores, 2026-03-29, 2026-03-29T01:00:00Z"
  })
  void a_midnight_that_summer_time_skips_is_not_skipped(ZoneId zone, LocalDate day, Instant begin) {
    for (String daily :
        List.of("0 0 0 * * *", "0 30 0 * * *", "0 0 0 " + day.getDayOfMonth() + " * *")) {
      CronSchedule schedule = CronSchedule.parse(daily).orElseThrow();
      Instant due = schedule.next(begin.minusSeconds(1), zone).orElseThrow();
      assertThat(due).as(daily).isEqualTo(begin);
      assertThat(schedule.next(due, zone).orElseThrow())
          .as("once")
          .isAfter(begin.plusSeconds(82_000));
    }
  }

  /**
   * All zones that there are, around each change of the clock, by half an hour to two, in years.
   */
  @Test
  void whatever_the_zone_a_schedule_goes_on_and_no_day_and_no_hour_is_left_out() {
    Map<String, Duration> longest =
        Map.of(
            "0 0 0 * * *", Duration.ofHours(26),
            "0 30 2 * * *", Duration.ofHours(26),
            "0 59 23 * * *", Duration.ofHours(26),
            "0 0 * * * *", Duration.ofMinutes(90));
    for (String name : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(name);
      Instant change = Instant.parse("2026-01-01T00:00:00Z");
      Instant end = Instant.parse("2028-12-31T00:00:00Z");
      for (var next = zone.getRules().nextTransition(change);
          next != null && next.getInstant().isBefore(end);
          next = zone.getRules().nextTransition(change)) {
        change = next.getInstant();
        for (Map.Entry<String, Duration> each : longest.entrySet()) {
          assertGoesOn(each.getKey(), change, zone, each.getValue());
        }
      }
    }
  }

  private static void assertGoesOn(String cron, Instant change, ZoneId zone, Duration longest) {
    CronSchedule schedule = CronSchedule.parse(cron).orElseThrow();
    Instant now = schedule.next(change.minus(Duration.ofHours(26)), zone).orElseThrow();
    while (now.isBefore(change.plus(Duration.ofHours(3)))) {
      Instant next = schedule.next(now, zone).orElseThrow();
      if (!next.isAfter(now) || Duration.between(now, next).compareTo(longest) > 0) {
        fail("%s in %s: after %s comes %s", cron, zone, now, next);
      }
      now = next;
    }
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
