package org.symbolon;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a client receives at login and at each refresh.
 *
 * @param session what the access token says
 * @param accessToken short-lived JWT; on the wire the cookie {@code sAccessToken} or the header
 *     {@code st-access-token}
 * @param refreshToken opaque, replaced at each refresh; the cookie {@code sRefreshToken}, sent to
 *     the refresh path only
 * @param idRefreshToken says "a session probably exists" and changes with each refresh; the
 *     readable cookie {@code sIdRefreshToken} and the header {@code id-refresh-token}
 * @param antiCsrfToken to be echoed by the page in the header {@code anti-csrf}; {@code null} if
 *     {@code symbolon.anti-csrf=false}
 */
@SuppressWarnings("InvalidParam") // the cookies are named much like the components
public record SessionTokens(
    Session session,
    Token accessToken,
    Token refreshToken,
    Token idRefreshToken,
    @Nullable String antiCsrfToken) {

  /** The session only, never a token. */
  @Override
  public String toString() {
    return "SessionTokens[" + session + "]";
  }
}
