package org.symbolon.config;

import java.time.Duration;
import java.util.List;

/** The part of {@link SessionConfigReader} that concerns access tokens. */
final class AccessTokenConfigReader {
  private final Settings settings;

  AccessTokenConfigReader(Settings settings) {
    this.settings = settings;
  }

  AccessTokenConfig read() {
    String path = CookieRules.path(settings, "symbolon.access-token.path", "/");
    return new AccessTokenConfig(
        settings.duration(
            "symbolon.access-token.validity",
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofDays(1000)),
        settings.choice(
            "symbolon.access-token.algorithm", SigningAlgorithm.HS256, SigningAlgorithm.values()),
        issuer(),
        path,
        settings.flag("symbolon.access-token.blacklisting", false),
        claims(),
        settings.flag("symbolon.access-token.key-rotation", true),
        settings.duration(
            "symbolon.access-token.key-update-interval",
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofDays(30)),
        settings.duration(
            "symbolon.access-token.key-announcement",
            Duration.ofMinutes(70),
            Duration.ZERO,
            Duration.ofDays(7)),
        CookieRules.longestAccessToken(settings.textOrNull(CookieRules.DOMAIN), path));
  }

  private String issuer() {
    String issuer = settings.text("symbolon.access-token.issuer", "symbolon");
    settings.require(
        issuer.length() <= 200,
        "symbolon.access-token.issuer",
        issuer,
        "must have at most 200 characters");
    return issuer;
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
}
