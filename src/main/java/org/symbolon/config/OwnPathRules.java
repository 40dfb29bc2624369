package org.symbolon.config;

import java.util.List;
import java.util.Locale;

/**
 * The library's own paths must be told apart, by servers and proxies that do not look at the case
 * of letters or at a slash at the end as well; and none may lie below another, whose cookies and
 * exemptions it would share.
 */
final class OwnPathRules {
  private static final String LOGIN_PAGE = "symbolon.http.login-page";

  private OwnPathRules() {}

  /** A path that is served, or that of the login page. */
  private record Own(String property, String path) {
    private String plain() {
      return path.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    }

    private boolean isLike(Own other) {
      return plain().equals(other.plain());
    }

    private boolean isBelow(Own other) {
      return plain().startsWith(other.plain() + "/");
    }
  }

  static void check(Settings settings, SessionConfig config) {
    HttpConfig http = config.http();
    List<Own> served =
        List.of(
            new Own("symbolon.refresh-token.path", config.refreshToken().path()),
            new Own("symbolon.http.sign-out-path", http.signOutPath()),
            new Own("symbolon.access-token.jwks-path", http.jwksPath()),
            new Own("the metadata beside symbolon.access-token.jwks-path", http.metadataPath()));
    for (Own one : served) {
      for (Own other : served.subList(0, served.indexOf(one))) {
        require(settings, one, other, !one.isLike(other));
        require(settings, one, other, !one.isBelow(other) && !other.isBelow(one));
      }
    }
    String loginPage = http.loginPage();
    if (loginPage != null) {
      Own login = new Own(LOGIN_PAGE, loginPage.split("[?#{]", 2)[0]);
      served.forEach(other -> require(settings, login, other, !login.isLike(other)));
    }
  }

  private static void require(Settings settings, Own one, Own other, boolean holds) {
    settings.require(
        holds,
        one.property(),
        one.path(),
        "must differ from %s (%s) in more than case or a slash at the end, and not lie below it"
                .formatted(other.property(), other.path())
            + " or above it");
  }
}
