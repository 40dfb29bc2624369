package org.symbolon;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer in time, or failed, or the application's {@link AccessTokenKeys} had
 * no usable answer. Nothing is known to be lost: the client keeps its tokens and tries again; a
 * refresh that was half done is simply repeated.
 *
 * <p>HTTP: 503 with {@code Retry-After}, cookies untouched. Raised within {@code
 * symbolon.database.timeout} (default 5 s) of the call.
 */
public final class SessionStoreException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With what was attempted and, where there is one, the driver's exception. */
  public SessionStoreException(String message, @Nullable Throwable cause) {
    super(Reason.UNAVAILABLE, message, cause);
  }
}
