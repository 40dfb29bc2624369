package org.symbolon;

import java.time.Instant;

/**
 * Something that has happened to a session, announced once as a CDI event, after the fact:
 *
 * <pre>{@code
 * void warn(@Observes SessionEvent.TheftDetected theft) { mail.warn(theft.userId()); }
 * }</pre>
 *
 * <p>Synchronous observers run on the thread of the call, {@code @ObservesAsync} ones elsewhere. An
 * observer that throws is logged and disturbs neither the caller nor the other observers. No event
 * contains a token.
 */
public sealed interface SessionEvent {
  /** Which session. */
  SessionHandle handle();

  /** Whose session. */
  UserId userId();

  /** When, by the database's clock. */
  Instant at();

  /** A user logged in. */
  record Created(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /** A client received new tokens for its refresh token. */
  record Refreshed(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /** A new refresh token was used for the first time, so the one before it has had its day. */
  record Promoted(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /** A session was ended by logout, by an administrator, or as the reaction to a theft. */
  record Revoked(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /**
   * A session that had expired was deleted by the scheduled clean-up. Announced by the node that
   * deleted it, on a thread of the library, some time after the expiry: days, with the default
   * schedule.
   */
  record Expired(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /**
   * A refresh token came that only a copy can explain. Announced again if the database fails during
   * the reaction and another node completes it.
   */
  record TheftDetected(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}

  /**
   * A refresh came late, or twice at once, and was answered with the session's present tokens. Two
   * tabs or a retry do that now and then; a thief who refreshes in step with the owner does it all
   * the time.
   */
  record HonestRepeat(SessionHandle handle, UserId userId, Instant at) implements SessionEvent {}
}
