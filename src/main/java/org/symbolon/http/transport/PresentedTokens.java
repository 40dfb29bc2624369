package org.symbolon.http.transport;

import java.util.List;
import org.symbolon.AntiCsrfCheck;

/**
 * What a request brought along, all of it untrusted.
 *
 * @param sessionExpected whether the client thinks that it has a session
 * @param accessTokens browsers may send several cookies of one name
 * @param refreshTokens likewise
 * @param markers by which a page can tell whether tokens have changed since
 * @param antiCsrf what is checked where the anti-CSRF token is asked for
 */
public record PresentedTokens(
    boolean sessionExpected,
    List<String> accessTokens,
    List<String> refreshTokens,
    List<String> markers,
    AntiCsrfCheck antiCsrf) {

  /** Nothing at all. */
  public static final PresentedTokens NONE =
      new PresentedTokens(false, List.of(), List.of(), List.of(), AntiCsrfCheck.require(null));

  @Override
  public String toString() {
    return "PresentedTokens[" + accessTokens.size() + ", " + refreshTokens.size() + "]";
  }
}
