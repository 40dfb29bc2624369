package org.symbolon.http;

import org.symbolon.SessionException;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionStoreException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.config.HttpConfig;
import org.symbolon.http.transport.HttpAnswer;

/** The one place that knows which status an exception becomes. */
final class Failures {
  private static final String RETRY_AFTER_SECONDS = "1";

  /** A role is missing. */
  static final HttpAnswer ROLE_MISSING =
      HttpAnswer.text(403, "This needs a role that you do not have");

  private Failures() {}

  /** The answer; the text is for developers, clients go by the status. */
  static HttpAnswer answer(SessionException failure, HttpConfig config) {
    if (failure instanceof TryRefreshTokenException) {
      return HttpAnswer.text(config.tryRefreshStatus(), "Please call the refresh token endpoint");
    }
    if (failure instanceof SessionRejectedException) {
      return HttpAnswer.text(400, String.valueOf(failure.getMessage()));
    }
    if (failure instanceof SessionForbiddenException) {
      return HttpAnswer.text(403, String.valueOf(failure.getMessage()));
    }
    if (failure instanceof SessionNotFoundException) {
      return HttpAnswer.text(404, "There is no such session");
    }
    if (failure instanceof SessionStoreException) {
      return HttpAnswer.text(503, "Sessions are not available, please try again")
          .with("Retry-After", RETRY_AFTER_SECONDS);
    }
    // unauthorised and theft look alike: a thief learns nothing from the difference
    return HttpAnswer.text(config.unauthorisedStatus(), "Please log in");
  }
}
