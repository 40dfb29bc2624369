package org.symbolon.http.transport;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SessionConfig;

/**
 * The text of our {@code Set-Cookie} headers (RFC 6265bis §4.1):
 *
 * <pre>{@code
 * sAccessToken=eyJ…; Path=/; Expires=Sat, 21 Nov 2026 11:00:00 GMT; HttpOnly; Secure; SameSite=Lax
 * }</pre>
 *
 * Written by hand since {@code NewCookie} adds {@code Version=1} and servers write its dates oddly.
 */
final class SessionCookies {
  static final String ACCESS = "sAccessToken";
  static final String REFRESH = "sRefreshToken";
  static final String ID_REFRESH = "sIdRefreshToken";
  static final List<String> NAMES = List.of(ACCESS, REFRESH, ID_REFRESH);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final SessionConfig config;

  SessionCookies(SessionConfig config) {
    this.config = config;
  }

  /** Sets a cookie. */
  String set(String name, String value, Instant expires) {
    // up to the next second, so that a cookie never ends before its token
    Instant rounded = Instant.ofEpochSecond(expires.plusMillis(999).getEpochSecond());
    return write(name, CookieValue.encode(value), rounded, config.cookie().domain());
  }

  /** Removes a cookie. */
  String remove(String name) {
    return write(name, "", Instant.EPOCH, config.cookie().domain());
  }

  /** Removes a cookie of today's domain and of older ones, of which only one was presented. */
  List<String> removeEverywhere(String name) {
    List<String> lines = new ArrayList<>(olderOnes(name));
    lines.add(remove(name));
    return lines;
  }

  /** Removes what the browser keeps from the time when the cookies had another domain. */
  List<String> removeOlder(CookieHeader presented) {
    List<String> lines = new ArrayList<>();
    for (String name : NAMES) {
      if (presented.hasSeveral(name)) {
        lines.addAll(olderOnes(name));
      }
    }
    return lines;
  }

  private List<String> olderOnes(String name) {
    return config.cookie().olderDomains().stream()
        .map(domain -> write(name, "", Instant.EPOCH, domain.isEmpty() ? null : domain))
        .toList();
  }

  /** Puts these in the place of our cookies; the application's own stay. */
  static void replace(MultivaluedMap<String, Object> headers, List<String> ours) {
    List<Object> lines = new ArrayList<>(ours);
    List<Object> before = headers.get(HttpHeaders.SET_COOKIE);
    if (before != null) {
      before.stream()
          .filter(line -> NAMES.stream().noneMatch(name -> line.toString().startsWith(name + "=")))
          .forEach(lines::add);
    }
    if (lines.isEmpty()) {
      // Helidon refuses a header without a value
      headers.remove(HttpHeaders.SET_COOKIE);
    } else {
      headers.put(HttpHeaders.SET_COOKIE, lines);
    }
  }

  private String write(String name, String value, Instant expires, @Nullable String domain) {
    String path =
        name.equals(REFRESH) ? config.cookie().refreshPath() : config.accessToken().path();
    return name
        + "="
        + value
        + (domain == null ? "" : "; Domain=" + domain)
        + "; Path="
        + path
        + "; Expires="
        + DATE.format(expires)
        + (name.equals(ID_REFRESH) ? "" : "; HttpOnly")
        + (config.cookie().secure() ? "; Secure" : "")
        + "; SameSite="
        + config.cookie().sameSite();
  }
}
