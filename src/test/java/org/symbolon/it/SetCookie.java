package org.symbolon.it;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One {@code Set-Cookie} line, read as a browser does (RFC 6265bis §5.6).
 *
 * @param attributes by lower-case name, in the order in which they came
 * @param line as it came
 */
record SetCookie(String name, String value, Map<String, String> attributes, String line) {

  static SetCookie parse(String line) {
    String[] parts = line.split(";", -1);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = pair(parts[i]);
      attributes.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
    }
    String[] first = pair(parts[0]);
    return new SetCookie(first[0], first[1], attributes, line);
  }

  String path() {
    return attributes.getOrDefault("path", "/");
  }

  Instant expires() {
    String date = attributes.get("expires");
    return date == null
        ? Instant.MAX
        : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  boolean isRemoval() {
    return value.isEmpty() && expires().equals(Instant.EPOCH);
  }

  /** The browser forgets it, in whatever words: some servers write expiry anew at a redirect. */
  boolean isForgotten() {
    return expires().isBefore(Instant.now());
  }

  boolean goesTo(String requestPath) {
    String path = path();
    return expires().isAfter(Instant.now())
        && (requestPath.equals(path)
            || requestPath.startsWith(path.endsWith("/") ? path : path + "/"));
  }

  private static String[] pair(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new String[] {text.strip(), ""}
        : new String[] {text.substring(0, equals).strip(), text.substring(equals + 1).strip()};
  }
}
