package org.symbolon.core;

import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.config.SessionConfig;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TimeSlots;
import org.symbolon.token.TokenFormat;

/** One method per use case, each readable as its specification. */
public final class DefaultSessionManager implements SessionManager {
  private final SessionConfig config;
  private final SessionStore store;
  private final TokenFormat format;
  private final InstantSource clock;
  private final SecureRandom random;
  private final SessionEvents events;
  private final TokenIssuer issuer;
  private final TimeSlots slots;
  private final Verifying verifying;
  private final Refreshing refreshing;

  /**
   * On this store.
   *
   * @param clock the database's
   */
  public DefaultSessionManager(
      SessionConfig config,
      SessionStore store,
      TokenFormat format,
      InstantSource clock,
      SecureRandom random,
      SessionEvents events) {
    this.config = config;
    this.store = store;
    this.format = format;
    this.clock = clock;
    this.random = random;
    this.events = events;
    this.issuer = new TokenIssuer(config, format, clock, random);
    this.slots = new TimeSlots(config.refreshToken().leeway());
    FirstUses firstUses = new FirstUses();
    this.verifying = new Verifying(config, store, format, issuer, clock, events, firstUses);
    this.refreshing =
        new Refreshing(config, store, format, issuer, clock, random, events, firstUses);
  }

  @Override
  public SessionTokens create(
      UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    Admission.check(userId);
    Admission.checkJson("payload", payload);
    Admission.checkJson("session info", info);
    RefreshToken refresh = newRefreshToken(userId);
    Instant end = issuer.sessionEnd(refresh.authenticatedAt(), refresh.absoluteEnd());
    SessionTokens tokens =
        issuer.issue(refresh, null, userId, payload, end, refresh.authenticatedAt());
    checkSize(tokens.accessToken());
    store.insert(new StoredSession(refresh.handle(), userId, refresh.hash2(), info, payload, end));
    events.announce(new SessionEvent.Created(refresh.handle(), userId, refresh.authenticatedAt()));
    return tokens;
  }

  @Override
  public Verification verify(String accessToken, AntiCsrfCheck antiCsrf) {
    return verifying.verify(accessToken, antiCsrf);
  }

  @Override
  public Optional<Session> identify(String accessToken) {
    return verifying.genuine(accessToken).map(AccessClaims::session);
  }

  @Override
  public SessionTokens refresh(String refreshToken) {
    return refreshing.refresh(List.of(refreshToken));
  }

  @Override
  public SessionTokens refresh(List<String> refreshTokens) {
    return refreshing.refresh(refreshTokens);
  }

  @Override
  public boolean revoke(SessionHandle handle) {
    // the event names the user, whom a delete alone does not tell
    return store
        .find(handle)
        .map(row -> revoke(handle, row.userId()))
        // a row that is not believed could be put right again by whoever changed it
        .orElseGet(() -> store.delete(handle));
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
  public boolean exists(SessionHandle handle) {
    Instant now = clock.instant();
    return store.find(handle).filter(row -> row.expiresAt().isAfter(now)).isPresent();
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
    requireExisting(handle, store.replaceInfo(handle, info));
  }

  @Override
  public @Nullable JsonValue payload(SessionHandle handle) {
    return row(handle).payload();
  }

  @Override
  public void replacePayload(SessionHandle handle, @Nullable JsonValue payload) {
    Admission.checkJson("payload", payload);
    UserId userId = row(handle).userId();
    RefreshToken sample = newRefreshToken(userId);
    checkSize(
        issuer
            .issue(sample, null, userId, payload, sample.absoluteEnd(), clock.instant())
            .accessToken());
    requireExisting(handle, store.replacePayload(handle, userId, payload));
  }

  @Override
  public Verification replacePayload(String accessToken, @Nullable JsonValue payload) {
    Admission.checkJson("payload", payload);
    AccessClaims claims = verifying.verified(accessToken);
    Verification renewed = issuer.withPayload(claims, payload);
    if (renewed.replacement() != null) {
      checkSize(renewed.replacement());
    }
    if (!store.replacePayload(claims.handle(), claims.userId(), payload)) {
      throw new UnauthorisedException(Reason.SESSION_ENDED, "the session has ended");
    }
    return renewed;
  }

  private boolean revoke(SessionHandle handle, UserId userId) {
    boolean deleted = store.delete(handle);
    if (deleted) {
      events.announce(new SessionEvent.Revoked(handle, userId, clock.instant()));
    }
    return deleted;
  }

  private RefreshToken newRefreshToken(UserId userId) {
    return issuer.login(userId, slots.mint(clock.instant(), random));
  }

  private void checkSize(Token accessToken) {
    Admission.check(accessToken, format.accessTokens(), config.accessToken());
  }

  private StoredSession row(SessionHandle handle) {
    return store.find(handle).orElseThrow(() -> notFound(handle));
  }

  private static void requireExisting(SessionHandle handle, boolean exists) {
    if (!exists) {
      throw notFound(handle);
    }
  }

  private static SessionNotFoundException notFound(SessionHandle handle) {
    return new SessionNotFoundException("there is no session " + handle);
  }
}
