package org.symbolon.core;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.config.SessionConfig;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKeys;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.AccessTokenCodec;
import org.symbolon.token.ClaimsJson;
import org.symbolon.token.JwsAccessTokenCodec;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.RefreshTokenCodec;
import org.symbolon.token.TimeSlots;
import org.symbolon.token.VerifiedTokens;

/** One method per use case, each readable as its specification. */
public final class DefaultSessionManager implements SessionManager {
  private final SessionConfig config;
  private final SessionStore store;
  private final SigningKeys keys;
  private final InstantSource clock;
  private final SecureRandom random;
  private final SessionEvents events;
  private final AccessTokenCodec accessTokens;
  private final TokenIssuer issuer;
  private final TimeSlots slots;
  private final Refreshing refreshing;

  /**
   * On this store.
   *
   * @param clock the database's
   */
  public DefaultSessionManager(
      SessionConfig config,
      SessionStore store,
      SigningKeys keys,
      InstantSource clock,
      SecureRandom random,
      SessionEvents events) {
    this.config = config;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
    this.events = events;
    ClaimsJson json = new ClaimsJson(config.accessToken().issuer(), config.accessToken().claims());
    this.accessTokens = new VerifiedTokens(new JwsAccessTokenCodec(keys, json), keys::version);
    this.issuer = new TokenIssuer(config, accessTokens, json, clock, random);
    this.slots = new TimeSlots(config.refreshToken().leeway());
    RefreshTokenCodec refreshTokens =
        new RefreshTokenCodec(
            id -> keys.find(id).filter(key -> key.slot().purpose() == KeyPurpose.REFRESH));
    this.refreshing = new Refreshing(config, store, refreshTokens, issuer, clock, random, events);
  }

  @Override
  public SessionTokens create(
      UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    Admission.check(userId);
    Admission.checkJson("payload", payload);
    Admission.checkJson("session info", info);
    RefreshToken refresh = newRefreshToken();
    Instant end = issuer.sessionEnd(refresh.authenticatedAt(), refresh.absoluteEnd());
    SessionTokens tokens = issuer.issue(refresh, null, userId, payload, end);
    Admission.check(tokens.accessToken(), config.accessToken().maxLength());
    store.insert(new StoredSession(refresh.handle(), userId, refresh.hash2(), info, payload, end));
    events.announce(new SessionEvent.Created(refresh.handle(), userId, refresh.authenticatedAt()));
    return tokens;
  }

  @Override
  public Verification verify(String accessToken, AntiCsrfCheck antiCsrf) {
    AccessClaims claims = decode(accessToken);
    if (antiCsrf instanceof AntiCsrfCheck.Require required
        && config.antiCsrf()
        && !isSame(claims.antiCsrf(), required.token())) {
      throw new TryRefreshTokenException("the anti-CSRF token is missing or wrong");
    }
    String parentHash1 = claims.parentHash1();
    return parentHash1 == null
        ? new Verification(claims.session(), null)
        : confirm(claims, parentHash1);
  }

  @Override
  public SessionTokens refresh(String refreshToken) {
    return refreshing.refresh(refreshToken);
  }

  @Override
  public boolean revoke(SessionHandle handle) {
    // the event names the user, whom a delete alone does not tell
    return store.find(handle).filter(row -> revoke(handle, row.userId())).isPresent();
  }

  @Override
  public boolean revoke(Session session) {
    return revoke(session.handle(), session.userId());
  }

  @Override
  public List<SessionHandle> revokeAll(UserId userId) {
    List<SessionHandle> handles = store.deleteAllOf(userId);
    Instant now = clock.instant();
    handles.forEach(handle -> events.announce(new SessionEvent.Revoked(handle, userId, now)));
    return handles;
  }

  @Override
  public List<SessionHandle> handles(UserId userId) {
    return store.handlesOf(userId, clock.instant());
  }

  @Override
  public @Nullable JsonValue info(SessionHandle handle) {
    return row(handle).info();
  }

  @Override
  public void replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    Admission.checkJson("session info", info);
    requireExisting(store.replaceInfo(handle, info));
  }

  @Override
  public @Nullable JsonValue payload(SessionHandle handle) {
    return row(handle).payload();
  }

  @Override
  public void replacePayload(SessionHandle handle, @Nullable JsonValue payload) {
    Admission.checkJson("payload", payload);
    UserId userId = row(handle).userId();
    RefreshToken sample = newRefreshToken();
    Admission.check(
        issuer.issue(sample, null, userId, payload, sample.absoluteEnd()).accessToken(),
        config.accessToken().maxLength());
    requireExisting(store.replacePayload(handle, payload));
  }

  @Override
  public Verification replacePayload(String accessToken, @Nullable JsonValue payload) {
    Admission.checkJson("payload", payload);
    AccessClaims claims = decode(accessToken);
    if (claims.parentHash1() != null) {
      confirm(claims, claims.parentHash1());
    }
    Verification renewed = issuer.withPayload(claims, payload);
    if (renewed.replacement() != null) {
      Admission.check(renewed.replacement(), config.accessToken().maxLength());
    }
    requireExisting(store.replacePayload(claims.handle(), payload));
    return renewed;
  }

  private boolean revoke(SessionHandle handle, UserId userId) {
    boolean deleted = store.delete(handle);
    if (deleted) {
      events.announce(new SessionEvent.Revoked(handle, userId, clock.instant()));
    }
    return deleted;
  }

  private RefreshToken newRefreshToken() {
    return issuer.login(keys.current(KeyPurpose.REFRESH), slots.mint(clock.instant(), random));
  }

  private AccessClaims decode(String accessToken) {
    return accessTokens
        .decode(accessToken)
        .filter(claims -> claims.expiresAt().isAfter(clock.instant()))
        .orElseThrow(() -> new TryRefreshTokenException("the access token is expired or unknown"));
  }

  /** The first use after a refresh: the token's refresh token takes its parent's place. */
  private Verification confirm(AccessClaims claims, String parentHash1) {
    Instant now = clock.instant();
    String hash2 = RefreshToken.hash2Of(claims.refreshHash1());
    Instant end = issuer.sessionEnd(now, claims.absoluteEnd());
    if (store.promote(claims.handle(), RefreshToken.hash2Of(parentHash1), hash2, end)) {
      events.announce(new SessionEvent.Promoted(claims.handle(), claims.userId(), now));
    } else if (!row(claims.handle()).hash2().equals(hash2)) {
      // the loser of a race must not end the winner's session: nothing is cleared (fault 12)
      throw new TryRefreshTokenException("the session has moved on since this token was issued");
    }
    return issuer.confirm(claims);
  }

  private StoredSession row(SessionHandle handle) {
    return store.find(handle).orElseThrow(() -> new UnauthorisedException("no such session"));
  }

  private static void requireExisting(boolean exists) {
    if (!exists) {
      throw new UnauthorisedException("no such session");
    }
  }

  private static boolean isSame(@Nullable String expected, @Nullable String presented) {
    return expected != null
        && presented != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            presented.getBytes(StandardCharsets.UTF_8));
  }
}
