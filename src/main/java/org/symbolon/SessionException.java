package org.symbolon;

import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done with a session. Inside a JAX-RS request none of these needs to be
 * caught: the library's mapper turns each into the right status, and clears the client's cookies
 * only where the request's own session is surely gone. Messages never contain a token.
 */
public abstract sealed class SessionException extends RuntimeException
    permits UnauthorisedException,
        TryRefreshTokenException,
        TokenTheftDetectedException,
        SessionNotFoundException,
        SessionForbiddenException,
        SessionRejectedException,
        SessionStoreException {

  private final Reason reason;

  /** Why, for counting and for alarms. Clients go by the status alone. */
  public enum Reason {
    /** The request has no session: it brings no tokens, or no session was entered. */
    NO_SESSION,
    /** The request says that it has a session, but has no access token. */
    NO_TOKEN,
    /** A token that is not ours, was changed, or is signed with a key that is gone. */
    UNKNOWN_TOKEN,
    /** An access token that has expired. */
    EXPIRED_TOKEN,
    /** An access token from before the session moved on. */
    OUTDATED_TOKEN,
    /** The anti-CSRF token is missing or wrong. */
    ANTI_CSRF,
    /** The session was revoked, has expired, or was never there. */
    SESSION_ENDED,
    /** A copied refresh token. */
    THEFT,
    /** A handle that the application passed, of no session. */
    NOT_FOUND,
    /** A page of another site asks for a login. */
    FOREIGN_SITE,
    /** Tokens of several users in one request. */
    SEVERAL_USERS,
    /** More cookies of one name than a browser with one session has. */
    TOO_MANY_TOKENS,
    /** Something that the application passed. */
    REJECTED,
    /** The database, or the application's keys. */
    UNAVAILABLE,
    /** The application made the exception, and gave no reason. */
    UNSPECIFIED
  }

  SessionException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** For outcomes that any client can provoke at will: without the cost of a stack trace. */
  SessionException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
