package org.symbolon.http.transport;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.symbolon.config.SessionConfig;

/**
 * Two cookies, or two headers, and the header {@code front-token} for the page ({@code
 * docs/http.md}): what clients since 2022 expect, on the web and on phones. A client has a session
 * if it has an access token, expired or not.
 */
public final class FrontTokenTransport implements SessionTransport {
  /** By which a client of this generation can be told from those before it. */
  static final String MODE = "st-auth-mode";

  static final String ACCESS_TOKEN = "st-access-token";
  static final String REFRESH_TOKEN = "st-refresh-token";

  /** The headers that pages read. */
  public static final List<String> EXPOSED =
      List.of(FrontToken.HEADER, CookieTransport.ANTI_CSRF, ACCESS_TOKEN, REFRESH_TOKEN);

  /** By how much the cookie outlives its token: an expired one tells that one may refresh. */
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final SessionConfig config;
  private final TransferMode.Choice modes;
  private final FrontTokenReader reader;
  private final SessionCookies cookies;

  /** With the configured cookies and modes. */
  public FrontTokenTransport(SessionConfig config) {
    this.config = config;
    this.modes = new TransferMode.Choice(config);
    this.reader = new FrontTokenReader(config, modes);
    this.cookies = new SessionCookies(config);
  }

  @Override
  public PresentedTokens read(RequestHead request) {
    return reader.read(request);
  }

  @Override
  public void write(
      StagedTokens staged, RequestHead request, MultivaluedMap<String, Object> headers) {
    CookieHeader sent = CookieHeader.of(request);
    FrontTokenAnswer answer = new FrontTokenAnswer(cookies, headers);
    answer.lines().addAll(cookies.removeOlder(sent));
    if (!sent.all(SessionCookies.ID_REFRESH).isEmpty()) {
      // the session leaves the generation before, or its clients would go on with it
      answer.lines().addAll(cookies.removeEverywhere(SessionCookies.ID_REFRESH));
    }
    headers.remove(CookieTransport.ANTI_CSRF);
    StagedTokens.Access access = staged.access();
    if (access == null) {
      answer.removeCookies();
      answer.removeHeaders();
      answer.expose(FrontToken.HEADER, "remove");
    } else {
      TransferMode mode = staged.login() ? modes.wished(request) : modes.presented(request);
      if (mode == TransferMode.COOKIE) {
        inCookies(staged, access, modes.hasBearer(request), answer);
      } else {
        inHeaders(staged, access, sent, answer);
      }
      answer.expose(FrontToken.HEADER, FrontToken.withClaims(access.session()));
    }
    SessionCookies.replace(headers, answer.lines());
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private void inCookies(
      StagedTokens staged, StagedTokens.Access access, boolean hasBearer, FrontTokenAnswer answer) {
    answer.set(SessionCookies.ACCESS, access.token(), REMEMBERED);
    if (staged.all() != null) {
      answer.set(SessionCookies.REFRESH, staged.all().refreshToken(), Duration.ZERO);
      String antiCsrf = staged.all().antiCsrfToken();
      if (antiCsrf != null && !config.http().antiCsrfByHeader()) {
        answer.expose(CookieTransport.ANTI_CSRF, antiCsrf);
      }
      if (hasBearer) {
        answer.removeHeaders();
      }
    }
  }

  private static void inHeaders(
      StagedTokens staged, StagedTokens.Access access, CookieHeader sent, FrontTokenAnswer answer) {
    answer.expose(ACCESS_TOKEN, access.token().value());
    if (staged.all() != null) {
      answer.expose(REFRESH_TOKEN, staged.all().refreshToken().value());
      if (sent.hasAny(SessionCookies.NAMES)) {
        answer.removeCookies();
      }
    }
  }

  /** One status for both, as these clients expect, and JSON. */
  @Override
  public HttpAnswer refuse(Refusal refusal) {
    String message = refusal == Refusal.TRY_REFRESH ? "try refresh token" : "unauthorised";
    return HttpAnswer.json(
        config.http().unauthorisedStatus(),
        Json.createObjectBuilder().add("message", message).build());
  }

  /** At the refresh, what a foreign page can send as well does not count. */
  @Override
  public boolean holdsTokens(RequestHead request) {
    return reader.read(request).sessionExpected()
        && (!modes.isRefresh(request) || reader.mayRefresh(request));
  }

  @Override
  public Map<String, String> refreshHeaders() {
    return Map.of(MODE, "cookie", FrontTokenReader.CUSTOM_HEADER, "session");
  }
}
