package org.symbolon.http.transport;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Our cookies in the request header {@code Cookie} (RFC 6265 §4.2), read as it came: the JAX-RS map
 * of cookies hides all but one of a name.
 */
final class CookieHeader {
  private static final int MOST_OF_A_NAME = 4;
  private static final String PROPERTY = CookieHeader.class.getName();

  private final Map<String, List<String>> cookies = new HashMap<>();
  private final Set<String> unread = new HashSet<>();

  /** The request's, which is read once however often it is asked for. */
  static CookieHeader of(RequestHead request) {
    if (request.property(PROPERTY) instanceof CookieHeader known) {
      return known;
    }
    CookieHeader header = new CookieHeader(request.lines(HttpHeaders.COOKIE));
    request.property(PROPERTY, header);
    return header;
  }

  CookieHeader(List<String> lines) {
    for (String line : lines) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals).strip();
        // no others, since strangers choose their names, and could have them all collide
        if (SessionCookies.NAMES.contains(name)) {
          add(name, CookieValue.decode(unquoted(pair.substring(equals + 1).strip())));
        }
      }
    }
  }

  /** The values of that name, in the order in which they came, without empty ones and doubles. */
  List<String> all(String name) {
    return cookies.getOrDefault(name, List.of());
  }

  boolean hasAny(List<String> names) {
    return names.stream().anyMatch(name -> !all(name).isEmpty());
  }

  /** Whether the browser keeps more than one cookie of that name, of several domains or paths. */
  boolean hasSeveral(String name) {
    return all(name).size() > 1;
  }

  /** Whether there are tokens beyond those that {@link #all} returns. */
  boolean hasTooMany() {
    return unread.contains(SessionCookies.ACCESS) || unread.contains(SessionCookies.REFRESH);
  }

  private void add(String name, String value) {
    List<String> values = cookies.computeIfAbsent(name, key -> new ArrayList<>());
    if (!value.isEmpty() && !values.contains(value)) {
      if (values.size() < MOST_OF_A_NAME) {
        values.add(value);
      } else {
        unread.add(name);
      }
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
