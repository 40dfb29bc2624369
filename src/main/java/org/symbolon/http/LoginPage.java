package org.symbolon.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser that asks for a page without a session is sent.
 *
 * @param address {@code symbolon.http.login-page}
 */
record LoginPage(String address) {
  private static final String TARGET = "{target}";

  /**
   * The address for one who asked for something else; empty for the login page itself, which would
   * be sent to itself for ever.
   *
   * @param path as it came, as the query
   */
  Optional<String> instead(String path, @Nullable String query) {
    return is(path) ? Optional.empty() : Optional.of(address.replace(TARGET, encoded(path, query)));
  }

  /** Whether {@code path} is the login page's own, on this host. */
  boolean is(String path) {
    return path().equals(path);
  }

  /** Of its address, as browsers write it. */
  String path() {
    return address.split("[?#{]", 2)[0];
  }

  /**
   * Path and query as one value of a query: no host, and nothing that a browser would take for one
   * if a login page goes to it unseen, as it does {@code //evil.example} and {@code
   * /\evil.example}. Nor control characters and spaces among the slashes, which browsers drop (URL
   * standard, "basic URL parser").
   */
  private static String encoded(String asked, @Nullable String query) {
    String path = "/" + asked.replaceFirst("^[/\\\\\\s\\p{Cntrl}]+", "");
    String target = query == null ? path : path + "?" + query;
    return URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
