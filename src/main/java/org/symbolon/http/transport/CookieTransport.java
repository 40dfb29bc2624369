package org.symbolon.http.transport;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.config.SessionConfig;

/**
 * Three cookies, and the headers {@code id-refresh-token}, {@code anti-csrf} and {@code
 * front-token} for the page ({@code docs/http.md}): what browser clients of 2019 to 2022 expect. A
 * client has a session if it has the cookie {@code sIdRefreshToken}.
 */
public final class CookieTransport implements SessionTransport {
  static final String ANTI_CSRF = "anti-csrf";
  static final String ID_REFRESH_TOKEN = "id-refresh-token";

  /** The headers that pages read. */
  public static final List<String> EXPOSED =
      List.of(ID_REFRESH_TOKEN, ANTI_CSRF, FrontToken.HEADER);

  private final SessionCookies cookies;

  /** With the configured cookies. */
  public CookieTransport(SessionConfig config) {
    this.cookies = new SessionCookies(config);
  }

  @Override
  public PresentedTokens read(RequestHead request) {
    CookieHeader sent = CookieHeader.of(request);
    List<String> idRefreshTokens = sent.all(SessionCookies.ID_REFRESH);
    return new PresentedTokens(
        !idRefreshTokens.isEmpty(),
        sent.all(SessionCookies.ACCESS),
        sent.all(SessionCookies.REFRESH),
        idRefreshTokens,
        AntiCsrfCheck.require(request.header(ANTI_CSRF)),
        sent.all(SessionCookies.ACCESS),
        sent.hasTooMany());
  }

  @Override
  public void write(
      StagedTokens staged, RequestHead request, MultivaluedMap<String, Object> headers) {
    List<String> lines = new ArrayList<>(cookies.removeOlder(CookieHeader.of(request)));
    SessionTokens all = staged.all();
    StagedTokens.Access access = staged.access();
    if (all != null) {
      lines.add(set(SessionCookies.REFRESH, all.refreshToken()));
      lines.add(set(SessionCookies.ID_REFRESH, all.idRefreshToken()));
      writeHeaders(all, headers);
    }
    if (access != null) {
      lines.add(set(SessionCookies.ACCESS, access.token()));
      headers.putSingle(FrontToken.HEADER, FrontToken.withPayload(access.session()));
      HeaderList.add(headers, HeaderList.EXPOSE, List.of(FrontToken.HEADER));
    } else {
      SessionCookies.NAMES.forEach(name -> lines.add(cookies.remove(name)));
      headers.putSingle(ID_REFRESH_TOKEN, "remove");
      headers.remove(ANTI_CSRF);
      // never "remove" here: clients of this generation cannot read that
      headers.remove(FrontToken.HEADER);
      HeaderList.add(headers, HeaderList.EXPOSE, List.of(ID_REFRESH_TOKEN));
    }
    SessionCookies.replace(headers, lines);
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** In the words that it has already. */
  @Override
  public @Nullable HttpAnswer refuse(Refusal refusal) {
    return null;
  }

  /** Without this cookie the others are those of a client since 2022. */
  @Override
  public boolean holdsTokens(RequestHead request) {
    return read(request).sessionExpected();
  }

  private static void writeHeaders(SessionTokens all, MultivaluedMap<String, Object> headers) {
    Token id = all.idRefreshToken();
    headers.putSingle(ID_REFRESH_TOKEN, id.value() + ";" + id.expiresAt().toEpochMilli());
    HeaderList.add(headers, HeaderList.EXPOSE, List.of(ID_REFRESH_TOKEN));
    String antiCsrf = all.antiCsrfToken();
    if (antiCsrf == null) {
      headers.remove(ANTI_CSRF);
    } else {
      headers.putSingle(ANTI_CSRF, antiCsrf);
      HeaderList.add(headers, HeaderList.EXPOSE, List.of(ANTI_CSRF));
    }
  }

  private String set(String name, Token token) {
    return cookies.set(name, token.value(), token.expiresAt());
  }
}
