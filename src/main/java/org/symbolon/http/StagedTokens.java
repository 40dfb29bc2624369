package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionTokens;
import org.symbolon.Token;

/**
 * What the answer will do to the client's tokens. Kept in a property of the request, so that it is
 * there wherever the response filter runs; the last word replaces what was said before.
 *
 * @param accessToken a new one, or {@code null} to leave it
 * @param all all four, at login and refresh; {@code accessToken} is the newer where both are there
 * @param clear whether all are taken away
 */
record StagedTokens(@Nullable Token accessToken, @Nullable SessionTokens all, boolean clear) {
  private static final String PROPERTY = StagedTokens.class.getName();
  private static final String CLEARING = "symbolon-clearing";

  static @Nullable StagedTokens of(ContainerRequestContext request) {
    return (StagedTokens) request.getProperty(PROPERTY);
  }

  /** The client gets all tokens anew. */
  static void issue(ContainerRequestContext request, SessionTokens tokens) {
    request.setProperty(PROPERTY, new StagedTokens(tokens.accessToken(), tokens, false));
  }

  /** The client gets another access token, besides what it gets already. */
  static void renew(ContainerRequestContext request, Token accessToken) {
    StagedTokens before = of(request);
    SessionTokens all = before == null ? null : before.all();
    request.setProperty(PROPERTY, new StagedTokens(accessToken, all, false));
  }

  /**
   * Marks an answer that shall take all tokens away, made where the request is not known: in an
   * exception mapper, which may run on a thread without the request's scope.
   */
  static Response clearing(Response answer) {
    return Response.fromResponse(answer).header(CLEARING, "true").build();
  }

  /** Takes the mark off the headers of an answer; whether it was there. */
  static boolean unmark(MultivaluedMap<String, Object> headers) {
    return headers.remove(CLEARING) != null;
  }

  /** The client loses all tokens. */
  static void clear(ContainerRequestContext request) {
    request.setProperty(PROPERTY, new StagedTokens(null, null, true));
  }
}
