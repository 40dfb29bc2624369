package org.symbolon.observability.openapi;

import java.util.Arrays;
import java.util.List;

/**
 * The beginning of the configured paths that documents lack: some servers put it before each path
 * (WildFly), some into the address of the server (Payara), and Open Liberty does that only if no
 * path begins with it. No API tells it when documents are made, so it is inferred.
 *
 * @param value such as {@code /shop}, or empty
 */
record ContextPath(String value) {
  /** In {@code /api/session/refresh} and shorter ones there is none. */
  private static final int SEGMENTS_WITHOUT = 3;

  /**
   * The first segment of the refresh path, if the application is called like that, or if there are
   * more segments than the default has.
   *
   * @param location where the library's JAR lies: in the application's folder or WAR
   */
  static ContextPath of(String refreshPath, String location) {
    List<String> segments = segments(refreshPath);
    String first = segments.get(0);
    String name = name(segments(location));
    boolean isName = segments.size() > 1 && (name.equals(first) || name.equals(first + ".war"));
    return new ContextPath(isName || segments.size() > SEGMENTS_WITHOUT ? "/" + first : "");
  }

  /** What a document calls the path; the whole of it if it lies elsewhere. */
  String relative(String path) {
    return path.startsWith(value + "/") ? path.substring(value.length()) : path;
  }

  /** The folder or the WAR of the application. */
  private static String name(List<String> location) {
    int inside = location.indexOf("WEB-INF");
    return inside < 1 ? "" : location.get(inside - 1);
  }

  /** Nested archives are written in several ways: {@code app.war!/WEB-INF/lib}. */
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("[/\\\\]", -1))
        .map(
            segment -> segment.endsWith("!") ? segment.substring(0, segment.length() - 1) : segment)
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
