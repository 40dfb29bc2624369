package org.symbolon.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the {@link SessionConfig} out of properties. Each name, default and bound stands here once;
 * {@code docs/configuration.md} has the same as a table.
 */
public final class SessionConfigReader {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(10);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String DOMAIN = "symbolon.cookie.domain";
  private static final Set<Integer> TAKEN = Set.of(400, 403, 404, 405, 503);

  private final Settings settings;

  private SessionConfigReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads and checks everything.
   *
   * @param source answers the raw text of a property, if it is set
   * @param names all properties that are set; of those that look like ours but are unknown, a
   *     warning is logged
   * @throws InvalidConfigurationException naming every wrong property, its value and the rule
   */
  public static SessionConfig read(
      Function<String, Optional<String>> source, Iterable<String> names) {
    Settings settings = new Settings(source);
    SessionConfig config = new SessionConfigReader(settings).read();
    settings.warnOfUnknown("symbolon.", names);
    return config;
  }

  private SessionConfig read() {
    AccessTokenConfig access = accessToken();
    RefreshTokenConfig refresh = refreshToken(access.validity());
    CookieConfig cookie = cookie(refresh.path());
    SessionConfig config =
        new SessionConfig(
            new DatabaseConfigReader(settings).read(),
            access,
            refresh,
            settings.flag("symbolon.anti-csrf", true),
            settings.choice(
                "symbolon.theft-reaction", TheftReaction.SESSION, TheftReaction.values()),
            cookie,
            http());
    CookieRules.check(settings, cookie);
    settings.finish();
    return config;
  }

  private AccessTokenConfig accessToken() {
    String path = CookieRules.path(settings, "symbolon.access-token.path", "/");
    String issuer = settings.text("symbolon.access-token.issuer", "symbolon");
    settings.require(
        issuer.length() <= 200,
        "symbolon.access-token.issuer",
        issuer,
        "must have at most 200 characters");
    String algorithm = settings.text("symbolon.access-token.algorithm", "HS256");
    settings.require(
        algorithm.equals("HS256"),
        "symbolon.access-token.algorithm",
        algorithm,
        "must be HS256, the only algorithm of this version");
    return new AccessTokenConfig(
        settings.duration(
            "symbolon.access-token.validity",
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofDays(1000)),
        issuer,
        path,
        claims(),
        settings.flag("symbolon.access-token.key-rotation", true),
        settings.duration(
            "symbolon.access-token.key-update-interval",
            DAY,
            Duration.ofHours(1),
            Duration.ofDays(30)),
        CookieRules.longestAccessToken(settings.textOrNull(DOMAIN), path));
  }

  private List<String> claims() {
    String name = "symbolon.access-token.claims";
    List<String> claims = settings.list(name, List.of("groups"));
    for (String claim : claims) {
      settings.require(
          !ReservedClaims.NAMES.contains(claim),
          name,
          claim,
          "is a claim that the library sets itself");
    }
    return claims;
  }

  private RefreshTokenConfig refreshToken(Duration accessValidity) {
    Duration half = accessValidity.dividedBy(2);
    Duration usual = half.compareTo(DEFAULT_LEEWAY) < 0 ? half : DEFAULT_LEEWAY;
    String leewayName = "symbolon.refresh-token.leeway";
    Duration leeway = settings.duration(leewayName, usual, Duration.ZERO, Duration.ofMinutes(10));
    settings.require(
        leeway.isZero() || leeway.toMillis() >= 100,
        leewayName,
        leeway,
        "must be PT0S (off) or at least PT0.1S");
    settings.require(
        leeway.compareTo(accessValidity) < 0,
        leewayName,
        leeway,
        "must be shorter than symbolon.access-token.validity (" + accessValidity + ")");
    Duration least = Duration.ofSeconds(1);
    return new RefreshTokenConfig(
        settings.duration("symbolon.refresh-token.validity", Duration.ofDays(100), least, YEAR),
        settings.duration(
            "symbolon.refresh-token.max-lifetime", YEAR, least, YEAR.multipliedBy(10)),
        leeway,
        settings.number("symbolon.refresh-token.repeat-limit", 20, 1, 10_000),
        CookieRules.path(settings, "symbolon.refresh-token.path", "/api/session/refresh"));
  }

  private CookieConfig cookie(String refreshPath) {
    return new CookieConfig(
        settings.textOrNull(DOMAIN),
        settings.flag("symbolon.cookie.secure", true),
        settings.choice("symbolon.cookie.same-site", SameSite.LAX, SameSite.values()).attribute(),
        CookieRules.path(settings, "symbolon.cookie.refresh-path", refreshPath));
  }

  private HttpConfig http() {
    return new HttpConfig(
        status("symbolon.http.try-refresh-status", 440),
        status("symbolon.http.unauthorised-status", 401));
  }

  private int status(String name, int byDefault) {
    int status = settings.number(name, byDefault, 400, 599);
    settings.require(
        !TAKEN.contains(status),
        name,
        status,
        "already has a meaning of its own; clients would take other answers for an ended session");
    return status;
  }
}
