package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.config.SessionConfig;

/**
 * Three cookies, and two headers for the page ({@code docs/http.md}). What a browser client of
 * 2019/20 expects, and the only class by which tokens reach an answer.
 */
final class CookieTransport implements SessionTransport {
  static final String ANTI_CSRF = "anti-csrf";
  static final String ID_REFRESH_TOKEN = "id-refresh-token";

  private final SessionCookies cookies;

  CookieTransport(SessionConfig config) {
    this.cookies = new SessionCookies(config);
  }

  @Override
  public PresentedTokens read(ContainerRequestContext request) {
    List<String> lines = request.getHeaders().get(HttpHeaders.COOKIE);
    CookieHeader sent = new CookieHeader(lines == null ? List.of() : lines);
    return new PresentedTokens(
        sent.all(SessionCookies.ACCESS),
        sent.all(SessionCookies.REFRESH),
        sent.all(SessionCookies.ID_REFRESH),
        request.getHeaderString(ANTI_CSRF));
  }

  @Override
  public void write(StagedTokens staged, MultivaluedMap<String, Object> headers) {
    List<String> lines = new ArrayList<>();
    SessionTokens all = staged.all();
    if (staged.clear()) {
      SessionCookies.NAMES.forEach(name -> lines.add(cookies.remove(name)));
      headers.putSingle(ID_REFRESH_TOKEN, "remove");
      headers.remove(ANTI_CSRF);
      HeaderList.add(headers, Cors.EXPOSE_HEADERS, List.of(ID_REFRESH_TOKEN));
    } else if (all != null) {
      lines.add(set(SessionCookies.REFRESH, all.refreshToken()));
      lines.add(set(SessionCookies.ID_REFRESH, all.idRefreshToken()));
      writeHeaders(all, headers);
    }
    Token accessToken = staged.accessToken();
    if (accessToken != null) {
      lines.add(set(SessionCookies.ACCESS, accessToken));
    }
    replaceCookies(headers, lines);
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void writeHeaders(SessionTokens all, MultivaluedMap<String, Object> headers) {
    Token id = all.idRefreshToken();
    headers.putSingle(ID_REFRESH_TOKEN, id.value() + ";" + id.expiresAt().toEpochMilli());
    String antiCsrf = all.antiCsrfToken();
    if (antiCsrf == null) {
      headers.remove(ANTI_CSRF);
      HeaderList.add(headers, Cors.EXPOSE_HEADERS, List.of(ID_REFRESH_TOKEN));
    } else {
      headers.putSingle(ANTI_CSRF, antiCsrf);
      HeaderList.add(headers, Cors.EXPOSE_HEADERS, List.of(ID_REFRESH_TOKEN, ANTI_CSRF));
    }
  }

  private String set(String name, Token token) {
    return cookies.set(name, token.value(), token.expiresAt());
  }

  /** Ours replace ours; the application's own cookies stay. */
  private static void replaceCookies(MultivaluedMap<String, Object> headers, List<String> ours) {
    List<Object> lines = new ArrayList<>(ours);
    List<Object> before = headers.get(HttpHeaders.SET_COOKIE);
    if (before != null) {
      before.stream()
          .filter(
              line ->
                  SessionCookies.NAMES.stream()
                      .noneMatch(name -> line.toString().startsWith(name + "=")))
          .forEach(lines::add);
    }
    headers.put(HttpHeaders.SET_COOKIE, lines);
  }
}
