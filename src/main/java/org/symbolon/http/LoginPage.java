package org.symbolon.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a browser that asks for a page without a session is sent.
 *
 * @param address {@code symbolon.http.login-page}
 */
record LoginPage(String address) {
  private static final String TARGET = "{target}";

  /**
   * The address for one who asked for {@code asked}; empty if that is the login page itself, which
   * would be sent to itself for ever.
   */
  Optional<String> instead(URI asked) {
    boolean isItself = address.split("[?#{]", 2)[0].equals(asked.getRawPath());
    return isItself ? Optional.empty() : Optional.of(address.replace(TARGET, encoded(asked)));
  }

  /**
   * Path and query as one value of a query: no host, and nothing that a browser would take for one
   * if a login page goes to it unseen, as it does {@code //evil.example} and {@code
   * /\evil.example}.
   */
  private static String encoded(URI asked) {
    String path = "/" + asked.getRawPath().replaceFirst("^[/\\\\]+", "");
    String query = asked.getRawQuery();
    String target = query == null ? path : path + "?" + query;
    return URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
