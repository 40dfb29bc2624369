package org.symbolon.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.Session;
import org.symbolon.SessionTokens;

/**
 * What a client holds after a login, without the login.
 *
 * <pre>{@code
 * HttpRequest.newBuilder(uri)
 *     .header("Cookie", minted.cookieHeader())
 *     .header("anti-csrf", minted.antiCsrf())
 * }</pre>
 *
 * @param tokens as {@code SessionManager.create} gave them
 */
public record MintedSession(SessionTokens tokens) {

  /** The session. */
  public Session session() {
    return tokens.session();
  }

  /**
   * All cookies by name: {@code sAccessToken}, {@code sIdRefreshToken}, and {@code sRefreshToken},
   * which belongs to the refresh path only.
   */
  public Map<String, String> cookies() {
    return Map.of(
        "sAccessToken", tokens.accessToken().value(),
        "sIdRefreshToken", tokens.idRefreshToken().value(),
        "sRefreshToken", tokens.refreshToken().value());
  }

  /** The request header {@code Cookie} for secured resources. */
  public String cookieHeader() {
    return "sAccessToken="
        + tokens.accessToken().value()
        + "; sIdRefreshToken="
        + tokens.idRefreshToken().value();
  }

  /** The request header {@code Cookie} for the refresh path. */
  public String refreshCookieHeader() {
    return "sRefreshToken="
        + tokens.refreshToken().value()
        + "; sIdRefreshToken="
        + tokens.idRefreshToken().value();
  }

  /**
   * The request header {@code anti-csrf} for calls that change something; {@code null} if {@code
   * symbolon.anti-csrf=false}.
   */
  public @Nullable String antiCsrf() {
    return tokens.antiCsrfToken();
  }
}
