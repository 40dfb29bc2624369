package org.symbolon.observability.openapi;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the configured paths that is the application's own: documents name paths below it,
 * and servers put it before them, or leave it away for the whole document if one path has it. No
 * API tells it at the time when documents are made, so it is inferred.
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
    boolean isName =
        segments.size() > 1
            && segments(location).stream()
                .anyMatch(name -> name.equals(first) || name.equals(first + ".war"));
    return new ContextPath(isName || segments.size() > SEGMENTS_WITHOUT ? "/" + first : "");
  }

  /** What a document calls the path; the whole of it if it lies elsewhere. */
  String relative(String path) {
    return contains(path) ? path.substring(value.length()) : path;
  }

  /** What a document calls the server of the path. */
  String server(String path) {
    return contains(path) && !value.isEmpty() ? value : "/";
  }

  private boolean contains(String path) {
    return path.startsWith(value + "/");
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
