package org.symbolon.http.transport;

import org.symbolon.SessionException;

/**
 * Which failure tells of the request's own session, and not of another one that the application
 * asked about: only that one may take the client's tokens away.
 */
public final class OwnFailure {
  private static final String PROPERTY = OwnFailure.class.getName();

  private OwnFailure() {}

  /** Notes that the tokens of this request, or their session, caused {@code failure}. */
  public static <E extends SessionException> E note(RequestHead request, E failure) {
    request.property(PROPERTY, failure);
    return failure;
  }

  /**
   * Whether they did. What the application made itself, without a reason, is its word about the
   * caller.
   */
  static boolean is(RequestHead request, SessionException failure) {
    return failure.reason() == SessionException.Reason.UNSPECIFIED
        || request.property(PROPERTY) == failure;
  }
}
