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
            "symbolon.access-token.format", AccessTokenFormat.JWS, AccessTokenFormat.values()),
        settings.choice(
            "symbolon.access-token.algorithm", SigningAlgorithm.HS256, SigningAlgorithm.values()),
        issuer(),
        audience(),
        type(),
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

  private List<String> audience() {
    String name = "symbolon.access-token.audience";
    List<String> audience = settings.list(name, List.of());
    settings.require(
        audience.size() <= 10 && audience.stream().allMatch(one -> one.length() <= 200),
        name,
        String.join(",", audience),
        "must be at most ten names of at most 200 characters");
    return audience;
  }

  /** RFC 7519 §5.1, RFC 9068 §2.1. */
  private String type() {
    String name = "symbolon.access-token.type";
    String type = settings.text(name, "JWT");
    settings.require(
        type.equals("JWT") || type.equals("at+jwt"), name, type, "must be JWT or at+jwt");
    return type;
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
