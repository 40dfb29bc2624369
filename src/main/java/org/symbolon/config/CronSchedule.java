package org.symbolon.config;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.util.Optional;

/**
 * Cron expressions with seconds, as the reference takes them: {@code second minute hour
 * day-of-month month day-of-week}, such as {@code 0 0 0 1-31/7 * *}.
 */
public final class CronSchedule {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING));

  private CronSchedule() {}

  /** The expression, or empty if it is none. */
  public static Optional<Cron> parse(String expression) {
    try {
      return Optional.of(PARSER.parse(expression).validate());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
