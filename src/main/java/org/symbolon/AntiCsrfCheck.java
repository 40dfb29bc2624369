package org.symbolon;

import org.jspecify.annotations.Nullable;

/** What {@link SessionManager#verify} does about the anti-CSRF token. The caller must choose. */
public sealed interface AntiCsrfCheck {

  /** Do not check: the request changes nothing, or cannot come from a foreign page. */
  record Skip() implements AntiCsrfCheck {}

  /**
   * The token must be the session's, unless {@code symbolon.anti-csrf=false}.
   *
   * @param token what the request's header {@code anti-csrf} said; {@code null} if there was none
   */
  record Require(@Nullable String token) implements AntiCsrfCheck {
    @Override
    public String toString() {
      return "Require";
    }
  }

  /** Do not check. */
  static AntiCsrfCheck skip() {
    return new Skip();
  }

  /** The given token must be the session's. */
  static AntiCsrfCheck require(@Nullable String token) {
    return new Require(token);
  }
}
