package org.symbolon;

import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done with a session. Inside a JAX-RS request none of these needs to be
 * caught: the library's mapper turns each into the right status, and clears the client's cookies
 * exactly where the session is surely gone. Messages never contain a token.
 */
public abstract sealed class SessionException extends RuntimeException
    permits UnauthorisedException,
        TryRefreshTokenException,
        TokenTheftDetectedException,
        SessionRejectedException,
        SessionStoreException {

  SessionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For outcomes that any client can provoke at will: without the cost of a stack trace. */
  SessionException(String message) {
    super(message, null, false, false);
  }
}
