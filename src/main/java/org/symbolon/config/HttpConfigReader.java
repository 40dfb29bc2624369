package org.symbolon.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of {@link SessionConfigReader} that concerns statuses, pages and origins. */
final class HttpConfigReader {
  private static final Set<Integer> TAKEN = Set.of(400, 403, 404, 405, 503);
  private static final String LOGIN_PAGE = "symbolon.http.login-page";
  private static final String JWKS = "symbolon.access-token.jwks-path";
  private static final String SIGN_OUT = "symbolon.http.sign-out-path";
  private static final String ORIGINS = "symbolon.http.allowed-origins";
  private static final String LOGIN_ORIGINS = "symbolon.http.login-origins";

  /** What browsers write for a page that does not want to be known. */
  private static final String HIDDEN_ORIGIN = "null";

  /** A path of this host, or a page elsewhere; not {@code //host}, which is neither. */
  private static final Pattern PAGE =
      Pattern.compile("(/(?!/)|https?://[^/{}]+/?)([!-~&&[^\"<>\\\\^`{|}]]|\\{target\\})*");

  /**
   * As browsers write it (RFC 6454 §6.2): lower case, no path, no default port. Pages inside of
   * apps and of extensions have schemes of their own, such as {@code capacitor://localhost}.
   */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?|(?!ht)[a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?");

  private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");

  private final Settings settings;

  HttpConfigReader(Settings settings) {
    this.settings = settings;
  }

  HttpConfig read(String refreshPath) {
    int tryRefresh = status("symbolon.http.try-refresh-status", 440);
    int unauthorised = status("symbolon.http.unauthorised-status", 401);
    return new HttpConfig(
        tryRefresh,
        unauthorised,
        loginPage(),
        origins(ORIGINS, List.of()),
        settings.flag("symbolon.http.cors", true),
        origins(LOGIN_ORIGINS, List.of(HIDDEN_ORIGIN)),
        jwksPath(refreshPath),
        signOutPath(refreshPath),
        invalidClaimStatus(List.of(tryRefresh, unauthorised)),
        settings.choice("symbolon.http.token-transfer", TokenTransfer.ANY, TokenTransfer.values()),
        settings.choice("symbolon.http.anti-csrf-mode", AntiCsrfMode.TOKEN, AntiCsrfMode.values()));
  }

  /** Where clients look for it: beside the directory of {@code …/session/refresh}. */
  private String signOutPath(String refreshPath) {
    String directory = HttpConfig.directory(refreshPath);
    return CookieRules.path(
        settings, SIGN_OUT, directory.replaceFirst("/session/$", "/") + "signout");
  }

  /** 403 may be it, since clients only look into its body. */
  private int invalidClaimStatus(List<Integer> sessionEnded) {
    String name = "symbolon.http.invalid-claim-status";
    int status = settings.number(name, 403, 400, 499);
    settings.require(
        status == 403 || !(TAKEN.contains(status) || sessionEnded.contains(status)),
        name,
        status,
        "already has a meaning of its own");
    return status;
  }

  private String jwksPath(String refreshPath) {
    return CookieRules.path(settings, JWKS, HttpConfig.directory(refreshPath) + "jwks.json");
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

  private @Nullable String loginPage() {
    String page = settings.textOrNull(LOGIN_PAGE);
    if (page != null) {
      settings.require(
          PAGE.matcher(page).matches() && page.length() <= 1024,
          LOGIN_PAGE,
          page,
          "must be a path such as /login, or an http(s) URL, which may hold {target}");
    }
    return page;
  }

  private Set<String> origins(String name, List<String> others) {
    Set<String> origins = new LinkedHashSet<>(settings.list(name, List.of()));
    for (String origin : origins) {
      if (others.contains(origin)) {
        continue;
      }
      settings.require(
          ORIGIN.matcher(origin).matches(),
          name,
          origin,
          "must be an origin as browsers write it, such as https://app.example.com or"
              + " http://localhost:3000: no path, no slash at the end, no *");
      settings.require(
          !DEFAULT_PORT.matcher(origin).matches(),
          name,
          origin,
          "browsers leave this port out, so it would never match");
    }
    return origins;
  }
}
