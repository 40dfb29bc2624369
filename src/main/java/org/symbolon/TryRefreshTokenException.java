package org.symbolon;

/**
 * The access token is missing, expired or not acceptable, or the anti-CSRF token was wrong; the
 * session may well live. The client calls the refresh path and repeats the request.
 *
 * <p>HTTP: {@code symbolon.http.try-refresh-status} (440), cookies untouched. (Reference behaviour:
 * error kind "try refresh token".)
 */
public final class TryRefreshTokenException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for logs and developers. */
  public TryRefreshTokenException(String message) {
    this(Reason.UNSPECIFIED, message);
  }

  /** Likewise, and for counters. */
  public TryRefreshTokenException(Reason reason, String message) {
    super(reason, message);
  }
}
