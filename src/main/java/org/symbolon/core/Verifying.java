package org.symbolon.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionHandle;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.Verification;
import org.symbolon.config.SessionConfig;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.TokenFormat;
import org.symbolon.token.VerifiedToken;

/** The use case "verify": whether an access token is accepted, and what its first use does. */
final class Verifying {
  private final SessionConfig config;
  private final SessionStore store;
  private final TokenFormat format;
  private final TokenIssuer issuer;
  private final InstantSource clock;
  private final SessionEvents events;
  private final FirstUses firstUses;

  Verifying(
      SessionConfig config,
      SessionStore store,
      TokenFormat format,
      TokenIssuer issuer,
      InstantSource clock,
      SessionEvents events,
      FirstUses firstUses) {
    this.config = config;
    this.store = store;
    this.format = format;
    this.issuer = issuer;
    this.clock = clock;
    this.events = events;
    this.firstUses = firstUses;
  }

  Verification verify(String accessToken, AntiCsrfCheck antiCsrf) {
    AccessClaims claims = decode(accessToken);
    if (antiCsrf instanceof AntiCsrfCheck.Require required
        && config.antiCsrf()
        && !isSame(claims.antiCsrf(), required.token())) {
      throw new TryRefreshTokenException(
          Reason.ANTI_CSRF, "the anti-CSRF token is missing or wrong");
    }
    requireUse(claims);
    return claims.parentHash1() == null
        ? new Verification(claims.session(), null)
        : issuer.confirm(claims);
  }

  /** The claims of a token that is accepted, whatever page sent it. */
  AccessClaims verified(String accessToken) {
    AccessClaims claims = decode(accessToken);
    requireUse(claims);
    return claims;
  }

  /** The claims of a token of ours, expired or not. */
  Optional<AccessClaims> genuine(String accessToken) {
    return format.accessTokens().decode(accessToken).map(VerifiedToken::claims);
  }

  private AccessClaims decode(String accessToken) {
    AccessClaims claims =
        genuine(accessToken)
            .orElseThrow(
                () ->
                    new TryRefreshTokenException(
                        Reason.UNKNOWN_TOKEN, "the access token is none of ours"));
    if (!claims.expiresAt().isAfter(clock.instant())) {
      throw new TryRefreshTokenException(Reason.EXPIRED_TOKEN, "the access token is expired");
    }
    return claims;
  }

  /** Asks the database what it has to be asked. */
  private void requireUse(AccessClaims claims) {
    String parentHash1 = claims.parentHash1();
    if (parentHash1 != null && !firstUses.isKnown(claims)) {
      confirm(claims, parentHash1);
      firstUses.note(claims.handle(), claims.refreshHash1());
    } else if (config.accessToken().blacklisting()) {
      livingRow(claims.handle());
    }
  }

  /** The first use after a refresh: the token's refresh token takes its parent's place. */
  private void confirm(AccessClaims claims, String parentHash1) {
    Instant now = clock.instant();
    String hash2 = format.hash2Of(claims.refreshHash1());
    Instant end = issuer.sessionEnd(now, claims.absoluteEnd());
    if (store.promote(claims.handle(), format.hash2Of(parentHash1), hash2, end)) {
      events.announce(new SessionEvent.Promoted(claims.handle(), claims.userId(), now));
    } else if (!livingRow(claims.handle()).hash2().equals(hash2)) {
      // the loser of a race must not end the winner's session: nothing is cleared (fault 12)
      throw new TryRefreshTokenException(
          Reason.OUTDATED_TOKEN, "the session has moved on since this token was issued");
    }
  }

  private StoredSession livingRow(SessionHandle handle) {
    Instant now = clock.instant();
    return store
        .find(handle)
        .filter(row -> row.expiresAt().isAfter(now))
        .orElseThrow(
            () -> new UnauthorisedException(Reason.SESSION_ENDED, "the session has ended"));
  }

  private static boolean isSame(@Nullable String expected, @Nullable String presented) {
    return expected != null
        && presented != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            presented.getBytes(StandardCharsets.UTF_8));
  }
}
