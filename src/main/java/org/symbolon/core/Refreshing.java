package org.symbolon.core;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.config.SessionConfig;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TimeSlots;
import org.symbolon.token.TokenFormat;

/** The use case "refresh": carries out what {@link Rotation} decides. */
final class Refreshing {
  private static final int TRIES = 3;

  private final SessionConfig config;
  private final SessionStore store;
  private final TokenFormat format;
  private final TokenIssuer issuer;
  private final TimeSlots slots;
  private final Rotation rotation;
  private final RepeatCounter repeats;
  private final ReactingToTheft theft;
  private final InstantSource clock;
  private final SecureRandom random;
  private final SessionEvents events;
  private final FirstUses firstUses;

  Refreshing(
      SessionConfig config,
      SessionStore store,
      TokenFormat format,
      TokenIssuer issuer,
      InstantSource clock,
      SecureRandom random,
      SessionEvents events,
      FirstUses firstUses) {
    this.config = config;
    this.store = store;
    this.format = format;
    this.issuer = issuer;
    this.slots = new TimeSlots(config.refreshToken().leeway());
    this.rotation = new Rotation(slots);
    this.repeats = new RepeatCounter(config.refreshToken());
    this.theft = new ReactingToTheft(config.theftReaction(), store, events);
    this.clock = clock;
    this.random = random;
    this.events = events;
    this.firstUses = firstUses;
  }

  /** With the first that its session accepts, or else with the first genuine one. */
  SessionTokens refresh(List<String> texts) {
    List<RefreshToken> genuine =
        texts.stream().map(format::decode).flatMap(Optional::stream).toList();
    if (genuine.isEmpty()) {
      throw new UnauthorisedException(Reason.UNKNOWN_TOKEN, "not a refresh token of ours");
    }
    requireOneUser(genuine);
    RefreshToken first = genuine.get(0);
    return refresh(
        genuine.size() == 1
            ? first
            : genuine.stream().filter(this::isAccepted).findFirst().orElse(first));
  }

  /** Otherwise a sibling domain could put its own session in the place of the user's. */
  private void requireOneUser(List<RefreshToken> genuine) {
    if (genuine.stream().map(RefreshToken::handle).distinct().count() > 1) {
      Instant now = clock.instant();
      long users =
          genuine.stream()
              .map(token -> livingRow(token, now))
              .flatMap(Optional::stream)
              .map(StoredSession::userId)
              .distinct()
              .count();
      if (users > 1) {
        throw new SessionForbiddenException(
            Reason.SEVERAL_USERS, "the request carries refresh tokens of several users");
      }
    }
  }

  private boolean isAccepted(RefreshToken presented) {
    Instant now = clock.instant();
    return livingRow(presented, now)
        .map(row -> rotation.decide(presented, row.hash2(), slots.mint(now, random)))
        .filter(decision -> !(decision instanceof Decision.Theft))
        .isPresent();
  }

  private SessionTokens refresh(RefreshToken presented) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      SessionTokens tokens = attempt(presented, clock.instant());
      if (tokens != null) {
        return tokens;
      }
    }
    throw new SessionStoreException(
        "session " + presented.handle() + " changed " + TRIES + " times while it was refreshed",
        null);
  }

  /** One round of reading and deciding; null if the row changed before it could be written. */
  private @Nullable SessionTokens attempt(RefreshToken presented, Instant now) {
    StoredSession row =
        livingRow(presented, now)
            .orElseThrow(
                () -> new UnauthorisedException(Reason.SESSION_ENDED, "the session has ended"));
    Decision decision = rotation.decide(presented, row.hash2(), slots.mint(now, random));
    boolean mints =
        decision instanceof Decision.Extend || decision instanceof Decision.PromoteAndExtend;
    if (mints && repeats.isOneTooMany(presented.hash2(), now)) {
      decision = new Decision.Theft();
    }
    if (decision instanceof Decision.Extend extend) {
      return extended(presented, extend.child(), row, now);
    }
    if (decision instanceof Decision.PromoteAndExtend extend) {
      return promote(presented, row, now) ? extended(presented, extend.child(), row, now) : null;
    }
    if (decision instanceof Decision.Repeat repeat) {
      events.announce(new SessionEvent.HonestRepeat(row.handle(), row.userId(), now));
      return issuer.issue(
          repeat.current(), null, row.userId(), row.payload(), row.expiresAt(), now);
    }
    if (theft.to(row, now)) {
      throw new TokenTheftDetectedException(row.handle(), row.userId());
    }
    return null;
  }

  private Optional<StoredSession> livingRow(RefreshToken presented, Instant now) {
    return store
        .find(presented.handle())
        .filter(found -> found.expiresAt().isAfter(now) && isYoungEnough(presented, now));
  }

  /** A lifetime that was shortened counts for living sessions, too: their keys go with it. */
  private boolean isYoungEnough(RefreshToken presented, Instant now) {
    return presented.authenticatedAt().plus(config.refreshToken().maxLifetime()).isAfter(now);
  }

  private SessionTokens extended(
      RefreshToken presented, RefreshToken child, StoredSession row, Instant now) {
    Instant end = issuer.sessionEnd(now, child.absoluteEnd());
    SessionTokens tokens =
        issuer.issue(child, presented.hash1(), row.userId(), row.payload(), end, now);
    events.announce(new SessionEvent.Refreshed(row.handle(), row.userId(), clock.instant()));
    return tokens;
  }

  private boolean promote(RefreshToken presented, StoredSession row, Instant now) {
    Instant end = issuer.sessionEnd(now, presented.absoluteEnd());
    boolean done = store.promote(row.handle(), row.hash2(), presented.hash2(), end);
    if (done) {
      firstUses.note(row.handle(), presented.hash1());
      events.announce(new SessionEvent.Promoted(row.handle(), row.userId(), now));
    }
    return done;
  }
}
