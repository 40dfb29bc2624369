package org.symbolon.http.transport;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.config.SessionConfig;

/** What a client of {@link FrontTokenTransport} presents. */
final class FrontTokenReader {
  /** Every client sends it; a page of another site cannot, without being asked first (CORS). */
  static final String CUSTOM_HEADER = "rid";

  private final SessionConfig config;
  private final TransferMode.Choice modes;

  FrontTokenReader(SessionConfig config, TransferMode.Choice modes) {
    this.config = config;
    this.modes = modes;
  }

  PresentedTokens read(RequestHead request) {
    BearerToken bearer = BearerToken.of(request);
    if (bearer != null && modes.hasBearer(request)) {
      // a header is never sent by itself, so there is nothing to forge
      List<String> token = List.of(bearer.text());
      List<String> named = new ArrayList<>(token);
      named.addAll(CookieHeader.of(request).all(SessionCookies.ACCESS));
      return new PresentedTokens(true, token, token, List.of(), AntiCsrfCheck.skip(), named, false);
    }
    CookieHeader sent = CookieHeader.of(request);
    List<String> access = sent.all(SessionCookies.ACCESS);
    List<String> refresh = sent.all(SessionCookies.REFRESH);
    // a session of the generation before has to be refreshed once, which brings it over
    boolean old = !sent.all(SessionCookies.ID_REFRESH).isEmpty();
    return new PresentedTokens(
        old || !access.isEmpty() || !refresh.isEmpty(),
        old ? List.of() : access,
        mayRefresh(request) ? refresh : List.of(),
        List.of(),
        antiCsrf(request),
        access,
        sent.hasTooMany());
  }

  private AntiCsrfCheck antiCsrf(RequestHead request) {
    return config.http().antiCsrfByHeader() && hasCustomHeader(request)
        ? AntiCsrfCheck.skip()
        : AntiCsrfCheck.require(
            config.http().antiCsrfByHeader() ? null : request.header(CookieTransport.ANTI_CSRF));
  }

  /**
   * Whether the cookies may be used to refresh. The custom header is asked for in each mode: the
   * token that a page keeps can get lost while the cookies do not, and that must not end a session.
   */
  boolean mayRefresh(RequestHead request) {
    return !config.antiCsrf() || hasCustomHeader(request) || modes.hasBearer(request);
  }

  private static boolean hasCustomHeader(RequestHead request) {
    return request.header(CUSTOM_HEADER) != null;
  }
}
