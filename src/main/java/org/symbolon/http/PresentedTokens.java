package org.symbolon.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request brought along, all of it untrusted.
 *
 * @param accessTokens the cookies {@code sAccessToken}; browsers may send several of one name
 * @param refreshTokens the cookies {@code sRefreshToken}
 * @param sessionExpected whether the cookie {@code sIdRefreshToken} was there
 * @param antiCsrf the header {@code anti-csrf}
 */
@SuppressWarnings("InvalidParam") // the cookies are named much like the components
record PresentedTokens(
    List<String> accessTokens,
    List<String> refreshTokens,
    boolean sessionExpected,
    @Nullable String antiCsrf) {
  static final PresentedTokens NONE = new PresentedTokens(List.of(), List.of(), false, null);

  @Override
  public String toString() {
    return "PresentedTokens[" + accessTokens.size() + ", " + refreshTokens.size() + "]";
  }
}
