package org.symbolon.http.transport;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the scheme {@code Bearer} (RFC 6750 §2.1). Applications may use the header for
 * tokens of their own, so what does not look like one of ours is none.
 *
 * @param text untrusted
 * @param looksLikeAccessToken whether it has the shape and the claims of an access token; nothing
 *     is verified
 */
record BearerToken(String text, boolean looksLikeAccessToken) {
  private static final String PROPERTY = BearerToken.class.getName();
  private static final String SCHEME = "Bearer ";

  /** Ours are shorter, since each must fit into a cookie; nothing longer is parsed. */
  private static final int MOST_CHARACTERS = 8192;

  /** The request's, which is read once however often it is asked for; {@code null} if none. */
  static @Nullable BearerToken of(RequestHead request) {
    if (request.property(PROPERTY) instanceof BearerToken known) {
      return known;
    }
    String header = request.header(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String text = header.substring(SCHEME.length()).strip();
    BearerToken token = new BearerToken(text, hasOurClaims(text));
    request.property(PROPERTY, token);
    return token;
  }

  /** From now on the request has none. */
  static void forget(RequestHead request) {
    request.property(PROPERTY, new BearerToken("", false));
  }

  /** Whether it may be a refresh token, whose text says nothing. */
  boolean looksLikeRefreshToken() {
    return !text.isEmpty() && parts(text) < 3;
  }

  private static boolean hasOurClaims(String text) {
    if (text.length() > MOST_CHARACTERS || parts(text) != 3) {
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

  private static int parts(String text) {
    return 1 + (int) text.chars().filter(unit -> unit == '.').count();
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
