package org.symbolon;

/**
 * The session is surely gone: revoked, expired, or never there. The caller must log in again.
 *
 * <p>HTTP: {@code symbolon.http.unauthorised-status} (401). Cookies are cleared if the request
 * presented them and its own session is gone, or if the application made the exception without a
 * reason; not if {@link SessionManager} threw it about another token. (Reference behaviour: error
 * kind "unauthorised".)
 */
public final class UnauthorisedException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for logs and developers. */
  public UnauthorisedException(String message) {
    this(Reason.UNSPECIFIED, message);
  }

  /** Likewise, and for counters. */
  public UnauthorisedException(Reason reason, String message) {
    super(reason, message);
  }
}
