package org.symbolon;

/**
 * There is no session with the handle that the application passed to {@link SessionManager}: it has
 * ended, or never was. Says nothing of the caller's own session, even if that one asked.
 *
 * <p>HTTP: 404, cookies untouched.
 */
public final class SessionNotFoundException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With what was looked for. */
  public SessionNotFoundException(String message) {
    super(Reason.NOT_FOUND, message);
  }
}
