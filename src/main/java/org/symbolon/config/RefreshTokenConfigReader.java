package org.symbolon.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The part of {@link SessionConfigReader} that concerns refresh tokens. */
final class RefreshTokenConfigReader {
  private static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(10);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String CLEANUP = "symbolon.refresh-token.cleanup-schedule";

  private final Settings settings;

  RefreshTokenConfigReader(Settings settings) {
    this.settings = settings;
  }

  RefreshTokenConfig read(Duration accessValidity) {
    Duration least = Duration.ofSeconds(1);
    return new RefreshTokenConfig(
        settings.duration("symbolon.refresh-token.validity", Duration.ofDays(100), least, YEAR),
        settings.duration(
            "symbolon.refresh-token.max-lifetime", YEAR, least, YEAR.multipliedBy(10)),
        leeway(accessValidity),
        settings.number("symbolon.refresh-token.repeat-limit", 20, 1, 10_000),
        CookieRules.path(settings, "symbolon.refresh-token.path", "/api/session/refresh"),
        settings.duration(
            "symbolon.refresh-token.key-update-interval",
            Duration.ofDays(30),
            Duration.ofDays(1),
            YEAR),
        cleanupSchedule(),
        settings.flag("symbolon.accept-reference-tokens", false));
  }

  private Duration leeway(Duration accessValidity) {
    Duration half = accessValidity.dividedBy(2);
    Duration usual = half.compareTo(DEFAULT_LEEWAY) < 0 ? half : DEFAULT_LEEWAY;
    String name = "symbolon.refresh-token.leeway";
    Duration leeway = settings.duration(name, usual, Duration.ZERO, Duration.ofMinutes(10));
    settings.require(
        leeway.isZero() || leeway.toMillis() >= 100,
        name,
        leeway,
        "must be PT0S (off) or at least PT0.1S");
    settings.require(
        leeway.compareTo(accessValidity) < 0,
        name,
        leeway,
        "must be shorter than symbolon.access-token.validity (" + accessValidity + ")");
    return leeway;
  }

  private @Nullable String cleanupSchedule() {
    String schedule = settings.text(CLEANUP, "0 0 0 1-31/7 * *");
    if (schedule.equalsIgnoreCase("off")) {
      return null;
    }
    settings.require(
        CronSchedule.parse(schedule).isPresent(),
        CLEANUP,
        schedule,
        "must be a cron expression with seconds (second minute hour day month weekday), such as"
            + " 0 0 3 * * *, or off");
    return schedule;
  }
}
