package org.symbolon;

/**
 * What the application passed cannot work: a user id or JSON value that would not survive the
 * database, or a token that no browser would keep. Nothing was stored. The message names the rule
 * and may be shown to developers.
 *
 * <p>HTTP: 400, cookies untouched.
 */
public final class SessionRejectedException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With the rule that was broken. */
  public SessionRejectedException(String message) {
    super(Reason.REJECTED, message, null);
  }
}
