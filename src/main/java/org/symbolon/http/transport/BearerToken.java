package org.symbolon.http.transport;

import jakarta.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the scheme {@code Bearer} (RFC 6750 §2.1). Applications may use the header for
 * tokens of their own, so what does not look like one of ours is none.
 *
 * @param text untrusted
 */
record BearerToken(String text) {
  private static final String SCHEME = "Bearer ";

  static @Nullable BearerToken of(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? new BearerToken(header.substring(SCHEME.length()).strip())
        : null;
  }

  /** Whether it has the shape and the claims of an access token. Nothing is verified. */
  boolean looksLikeAccessToken() {
    if (parts() != 3) {
      return false;
    }
    try {
      JsonObject claims = TokenPayload.of(text);
      return claims.containsKey("rt")
          && (claims.containsKey("sid") || claims.containsKey("sessionHandle"));
    } catch (RuntimeException e) {
      // a parser's limits are not all announced by a JsonException
      return false;
    }
  }

  /** Whether it may be a refresh token, whose text says nothing. */
  boolean looksLikeRefreshToken() {
    return !text.isEmpty() && parts() < 3;
  }

  private int parts() {
    return 1 + (int) text.chars().filter(unit -> unit == '.').count();
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
