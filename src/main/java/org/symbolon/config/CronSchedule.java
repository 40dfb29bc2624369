package org.symbolon.config;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * A cron expression with seconds, as the reference takes them: {@code second minute hour
 * day-of-month month day-of-week}, such as {@code 0 0 0 1-31/7 * *}.
 */
public final class CronSchedule {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING));
  private static final Instant BEFORE_A_LEAP_YEAR = Instant.parse("2023-12-31T00:00:00Z");

  private final ExecutionTime times;

  private CronSchedule(ExecutionTime times) {
    this.times = times;
  }

  /** The expression, or empty if it is none, or if it never comes due, as on 30 February. */
  public static Optional<CronSchedule> parse(String expression) {
    try {
      CronSchedule schedule =
          new CronSchedule(ExecutionTime.forCron(PARSER.parse(expression).validate()));
      return Optional.of(schedule)
          .filter(some -> some.next(BEFORE_A_LEAP_YEAR, ZoneOffset.UTC).isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The first due time after this one; empty if there is none for years. What would be due in an
   * hour that summer time skips, which is midnight in some zones, is due when that begins.
   */
  public Optional<Instant> next(Instant after, ZoneId zone) {
    // what follows a fraction of a second would be a second late
    ZonedDateTime second = after.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> next = times.nextExecution(second).map(ZonedDateTime::toInstant);
    return next.map(regular -> skippedDueTime(after, regular, zone).orElse(regular));
  }

  private Optional<Instant> skippedDueTime(Instant after, Instant before, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    for (ZoneOffsetTransition change = rules.nextTransition(after);
        change != null && change.getInstant().isBefore(before);
        change = rules.nextTransition(change.getInstant())) {
      if (change.isGap() && isDueIn(change)) {
        return Optional.of(change.getInstant());
      }
    }
    return Optional.empty();
  }

  private boolean isDueIn(ZoneOffsetTransition gap) {
    LocalDateTime end = gap.getDateTimeAfter();
    return times
        .nextExecution(gap.getDateTimeBefore().minusSeconds(1).atZone(ZoneOffset.UTC))
        .filter(due -> !due.toLocalDateTime().isAfter(end))
        .isPresent();
  }
}
