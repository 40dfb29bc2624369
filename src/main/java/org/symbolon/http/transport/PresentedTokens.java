package org.symbolon.http.transport;

import java.util.List;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionForbiddenException;

/**
 * What a request brought along, all of it untrusted.
 *
 * @param sessionExpected whether the client thinks that it has a session
 * @param accessTokens browsers may send several cookies of one name
 * @param refreshTokens likewise
 * @param markers by which a page can tell whether tokens have changed since
 * @param antiCsrf what is checked where the anti-CSRF token is asked for
 * @param named all access tokens, also such as are not accepted as they came: what a login or a
 *     log-out ends
 * @param tooMany whether there are more of one kind than are read, so that the client's own may be
 *     among those that are not
 */
public record PresentedTokens(
    boolean sessionExpected,
    List<String> accessTokens,
    List<String> refreshTokens,
    List<String> markers,
    AntiCsrfCheck antiCsrf,
    List<String> named,
    boolean tooMany) {

  /** Nothing at all. */
  public static final PresentedTokens NONE =
      new PresentedTokens(false, List.of(), List.of(), List.of(), AntiCsrfCheck.require(null));

  /** All of them, and each may be accepted. */
  public PresentedTokens(
      boolean sessionExpected,
      List<String> accessTokens,
      List<String> refreshTokens,
      List<String> markers,
      AntiCsrfCheck antiCsrf) {
    this(sessionExpected, accessTokens, refreshTokens, markers, antiCsrf, accessTokens, false);
  }

  /**
   * Otherwise a sibling domain could put so many cookies before the user's own that only his count.
   *
   * @throws SessionForbiddenException if there are more tokens than are read
   */
  public void requireAllRead() {
    if (tooMany) {
      throw new SessionForbiddenException(
          Reason.TOO_MANY_TOKENS, "the request carries too many cookies of one name");
    }
  }

  @Override
  public String toString() {
    return "PresentedTokens[" + accessTokens.size() + ", " + refreshTokens.size() + "]";
  }
}
