package org.symbolon.config;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Settings each of which may be right, and which together or in production leave something open.
 * {@code docs/configuration.md}, "Settings that leave something open", has the same table.
 *
 * @param property the setting that is named
 * @param value what it is, for the line
 * @param applies whether something is left open
 * @param line what is open, and what to do
 * @param deed what is done about it
 */
record FailOpenRule(
    String property,
    Function<SessionConfig, Object> value,
    BiPredicate<Settings, SessionConfig> applies,
    String line,
    Deed deed) {
  private static final String SECURED_PATHS = "symbolon.secured-paths";
  private static final Duration LONG = Duration.ofDays(1);

  /** What is done where a rule applies. */
  enum Deed {
    STOP,
    WARN,
    WARN_IN_PRODUCTION
  }

  /** All of them. */
  static final List<FailOpenRule> ALL =
      List.of(
          new FailOpenRule(
              "symbolon.anti-csrf",
              SessionConfig::antiCsrf,
              (settings, config) -> !config.antiCsrf() && isForEverySite(config),
              "must be true with symbolon.cookie.same-site=none, or pages of every site may use"
                  + " the session",
              Deed.STOP),
          new FailOpenRule(
              SECURED_PATHS,
              config -> "(no path)",
              (settings, config) ->
                  settings.textOrNull(SECURED_PATHS) != null
                      && settings.list(SECURED_PATHS, List.of()).isEmpty(),
              "must hold one path at least, or be left out: nothing is secured",
              Deed.STOP),
          new FailOpenRule(
              SECURED_PATHS + ".except",
              config -> SecuredPathRules.uncovered(config.protection().paths()),
              (settings, config) ->
                  !SecuredPathRules.uncovered(config.protection().paths()).isEmpty(),
              "takes back all that " + SECURED_PATHS + " secures there: leave that out instead",
              Deed.STOP),
          new FailOpenRule(
              "symbolon.access-token.validity",
              config -> config.accessToken().validity(),
              (settings, config) ->
                  config.accessToken().validity().compareTo(LONG) > 0
                      && !config.accessToken().blacklisting(),
              "a revoked session's last token lives that long; set"
                  + " symbolon.access-token.blacklisting=true, or a shorter validity",
              Deed.WARN),
          new FailOpenRule(
              "symbolon.access-token.validity",
              config -> config.accessToken().validity(),
              (settings, config) -> isNeverRefreshed(config),
              "is not shorter than a session lives without a refresh, so no token is ever refreshed and"
                  + " no theft is noticed; set it shorter than symbolon.refresh-token.validity and"
                  + " .max-lifetime",
              Deed.WARN),
          new FailOpenRule(
              "symbolon.theft-reaction",
              config -> Settings.lower(config.theftReaction()),
              (settings, config) -> config.theftReaction() == TheftReaction.NONE,
              "a stolen session goes on, unless the application ends it when it is told",
              Deed.WARN),
          new FailOpenRule(
              "symbolon.http.login-origins",
              config -> String.join(",", config.http().loginOrigins()),
              (settings, config) -> config.http().loginOrigins().contains("null"),
              "every page that hides its origin may log a user in as somebody else, unless the"
                  + " application checks whose login it is",
              Deed.WARN),
          new FailOpenRule(
              "symbolon.cookie.refresh-path",
              config -> config.cookie().refreshPath(),
              (settings, config) -> config.cookie().refreshPath().equals("/"),
              "browsers send the refresh token with every request, not to the refresh alone",
              Deed.WARN),
          new FailOpenRule(
              "symbolon.cookie.secure",
              config -> config.cookie().secure(),
              (settings, config) -> !config.cookie().secure(),
              "browsers send the tokens by plain http, too, where everybody on the way reads them",
              Deed.WARN_IN_PRODUCTION),
          new FailOpenRule(
              "symbolon.anti-csrf",
              SessionConfig::antiCsrf,
              (settings, config) -> !config.antiCsrf() && !isForEverySite(config),
              "pages of other hosts of this site may use the session; symbolon.cookie.same-site"
                  + " keeps off other sites only",
              Deed.WARN_IN_PRODUCTION),
          new FailOpenRule(
              "symbolon.http.login-page",
              config -> String.valueOf(config.http().loginPage()),
              (settings, config) -> String.valueOf(config.http().loginPage()).startsWith("http://"),
              "by plain http everybody on the way reads passwords, or shows a page of his own",
              Deed.WARN_IN_PRODUCTION),
          new FailOpenRule(
              "symbolon.http.allowed-origins",
              config -> String.join(",", config.http().allowedOrigins()),
              (settings, config) ->
                  config.http().allowedOrigins().stream()
                      .anyMatch(origin -> origin.startsWith("http://")),
              "a page that comes by plain http is anybody's on the way, and may use the session",
              Deed.WARN_IN_PRODUCTION));

  boolean applies(Settings settings, SessionConfig config) {
    return applies.test(settings, config);
  }

  /** The setting as it stands, and what is open. */
  String text(SessionConfig config) {
    return property + " = " + value.apply(config) + ": " + line;
  }

  private static boolean isForEverySite(SessionConfig config) {
    return config.cookie().sameSite().equals("None");
  }

  private static boolean isNeverRefreshed(SessionConfig config) {
    Duration validity = config.accessToken().validity();
    return validity.compareTo(config.refreshToken().validity()) >= 0
        || validity.compareTo(config.refreshToken().maxLifetime()) >= 0;
  }
}
