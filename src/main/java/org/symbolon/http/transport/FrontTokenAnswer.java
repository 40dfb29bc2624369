package org.symbolon.http.transport;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.Token;

/**
 * What {@link FrontTokenTransport} says in one answer.
 *
 * @param lines the cookies
 */
record FrontTokenAnswer(
    SessionCookies cookies, MultivaluedMap<String, Object> headers, List<String> lines) {

  FrontTokenAnswer(SessionCookies cookies, MultivaluedMap<String, Object> headers) {
    this(cookies, headers, new ArrayList<>());
  }

  void set(String cookie, Token token, Duration longer) {
    lines.add(cookies.set(cookie, token.value(), token.expiresAt().plus(longer)));
  }

  void expose(String header, String value) {
    headers.putSingle(header, value);
    HeaderList.add(headers, HeaderList.EXPOSE, List.of(header));
  }

  void removeCookies() {
    lines.add(cookies.remove(SessionCookies.ACCESS));
    lines.add(cookies.remove(SessionCookies.REFRESH));
  }

  void removeHeaders() {
    expose(FrontTokenTransport.ACCESS_TOKEN, "");
    expose(FrontTokenTransport.REFRESH_TOKEN, "");
  }
}
