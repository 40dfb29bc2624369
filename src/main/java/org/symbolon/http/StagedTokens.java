package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
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

  /** The client loses all tokens. */
  static void clear(ContainerRequestContext request) {
    request.setProperty(PROPERTY, new StagedTokens(null, null, true));
  }
}
