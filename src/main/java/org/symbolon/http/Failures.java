package org.symbolon.http;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.symbolon.SessionException;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionStoreException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.config.HttpConfig;

/** The one place that knows which status an exception becomes. */
final class Failures {
  private static final String RETRY_AFTER_SECONDS = "1";

  private Failures() {}

  /** The answer; the text is for developers, clients go by the status. */
  static Response toResponse(SessionException failure, HttpConfig config) {
    if (failure instanceof TryRefreshTokenException) {
      return text(config.tryRefreshStatus(), "Please call the refresh token endpoint");
    }
    if (failure instanceof SessionRejectedException) {
      return text(400, String.valueOf(failure.getMessage()));
    }
    if (failure instanceof SessionStoreException) {
      return Response.fromResponse(text(503, "Sessions are not available, please try again"))
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build();
    }
    // unauthorised and theft look alike: a thief learns nothing from the difference
    return text(config.unauthorisedStatus(), "Please log in");
  }

  static Response json(int status, JsonObject body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body.toString())
        .build();
  }

  static Response text(int status, String text) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(text)
        .build();
  }
}
