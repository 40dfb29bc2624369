package org.symbolon.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request brought along, all of it untrusted.
 *
 * @param accessTokens the cookies {@code sAccessToken}; browsers may send several of one name
 * @param refreshTokens the cookies {@code sRefreshToken}
 * @param idRefreshTokens the cookies {@code sIdRefreshToken}
 * @param antiCsrf the header {@code anti-csrf}
 */
@SuppressWarnings("InvalidParam") // the cookies are named much like the components
record PresentedTokens(
    List<String> accessTokens,
    List<String> refreshTokens,
    List<String> idRefreshTokens,
    @Nullable String antiCsrf) {
  static final PresentedTokens NONE = new PresentedTokens(List.of(), List.of(), List.of(), null);

  /** Whether the client thinks that it has a session. */
  boolean sessionExpected() {
    return !idRefreshTokens.isEmpty();
  }

  @Override
  public String toString() {
    return "PresentedTokens[" + accessTokens.size() + ", " + refreshTokens.size() + "]";
  }
}
