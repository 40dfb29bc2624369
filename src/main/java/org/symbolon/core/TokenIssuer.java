package org.symbolon.core;

import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.config.SessionConfig;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.Groups;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TokenFormat;

/** Makes the tokens that a client receives, with all their expiries. */
final class TokenIssuer {
  private final SessionConfig config;
  private final TokenFormat format;
  private final Groups groups;
  private final InstantSource clock;
  private final SecureRandom random;

  TokenIssuer(SessionConfig config, TokenFormat format, InstantSource clock, SecureRandom random) {
    this.config = config;
    this.format = format;
    this.groups = Groups.in(config.accessToken().claims());
    this.clock = clock;
    this.random = random;
  }

  /** When a session that is refreshed now ends, if nobody refreshes it again. */
  Instant sessionEnd(Instant now, Instant absoluteEnd) {
    return earlier(now.plus(config.refreshToken().validity()), absoluteEnd);
  }

  /**
   * The four tokens of a login or a refresh.
   *
   * @param parentHash1 of the token that was refreshed, if the new one still has to be confirmed by
   *     its first use
   * @param sessionEnd when the refresh token ends
   * @param asOf not after the moment at which the payload was read: what is taken away while tokens
   *     are being made is not accepted for longer than a validity after that
   */
  SessionTokens issue(
      RefreshToken refresh,
      @Nullable String parentHash1,
      UserId userId,
      @Nullable JsonValue payload,
      Instant sessionEnd,
      Instant asOf) {
    Instant now = asOf.truncatedTo(ChronoUnit.MILLIS);
    AccessClaims claims =
        new AccessClaims(
            refresh.handle(),
            userId,
            payload,
            groups.of(payload),
            refresh.authenticatedAt().truncatedTo(ChronoUnit.SECONDS),
            now.truncatedTo(ChronoUnit.SECONDS),
            earlier(now.plus(config.accessToken().validity()), sessionEnd),
            refresh.absoluteEnd(),
            refresh.hash1(),
            parentHash1,
            config.antiCsrf() ? refresh.antiCsrf() : null,
            newId());
    return new SessionTokens(
        claims.session(),
        new Token(format.accessTokens().encode(claims), claims.expiresAt()),
        new Token(refresh.text(), sessionEnd),
        new Token(refresh.idRefresh(), sessionEnd),
        claims.antiCsrf());
  }

  /**
   * The access token after the first use: confirmed, with payload and end as they were. None in the
   * last two leeways before that end: its answer may come after that of a refresh, and the client
   * would then refresh a token that is younger than a leeway because an older one is refused
   * ({@code docs/rotation.md}, P1).
   */
  Verification confirm(AccessClaims claims) {
    Duration late = config.refreshToken().leeway().multipliedBy(2);
    return clock.instant().plus(late).isAfter(claims.expiresAt())
        ? new Verification(claims.session(), null)
        : withPayload(claims, claims.payload());
  }

  /**
   * The access token with another payload. Its end stays: nobody avoids refreshing, and no payload
   * lives longer than a validity after it was read from the session's row.
   */
  Verification withPayload(AccessClaims claims, @Nullable JsonValue payload) {
    AccessClaims renewed =
        claims.renewed(payload, groups.of(payload), now().truncatedTo(ChronoUnit.SECONDS), newId());
    return new Verification(
        renewed.session(), new Token(format.accessTokens().encode(renewed), renewed.expiresAt()));
  }

  /** The first refresh token of a new session. */
  RefreshToken login(UserId userId, Mint mint) {
    Instant now = now();
    Instant end = now.plus(config.refreshToken().maxLifetime());
    return format.login(userId, mint, now, end, random);
  }

  /** As precise as tokens and rows are, so that a value equals itself when it is read again. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String newId() {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
