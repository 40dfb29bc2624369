package org.symbolon.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which paths of the application only sessions may ask for. A path that can be read in two ways
 * (slashes doubled, dots, parameters, encoded twice) is secured if it is by either of them, and an
 * exception only by both.
 *
 * @param patterns none if no paths are secured
 * @param exceptions what stays open among them
 */
public record SecuredPaths(List<PathPattern> patterns, List<PathPattern> exceptions) {
  /** Nothing is secured. */
  public static final SecuredPaths NONE = new SecuredPaths(List.of(), List.of());

  /** Whether there are any. */
  public boolean any() {
    return !patterns.isEmpty();
  }

  /**
   * Whether the path is secured.
   *
   * @param path below the context path, decoded once, as a servlet container does it
   */
  public boolean cover(String path) {
    String asked = path.isEmpty() ? "/" : path;
    String plain = plain(asked);
    boolean secured =
        patterns.stream().anyMatch(it -> it.matchesAnyCase(asked) || it.matchesAnyCase(plain));
    return secured && exceptions.stream().noneMatch(it -> it.matches(asked) && it.matches(plain));
  }

  /** As the most lenient reader of paths would understand it. */
  private static String plain(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : decoded(path).replace('\\', '/').split("/", -1)) {
      String name = segment.split(";", 2)[0];
      if (name.equals("..")) {
        segments.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        segments.addLast(name);
      }
    }
    return "/" + String.join("/", segments);
  }

  private static String decoded(String path) {
    StringBuilder text = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      String code = i + 2 < path.length() ? path.substring(i + 1, i + 3) : "";
      if (path.charAt(i) == '%' && code.matches("[0-7]\\p{XDigit}")) {
        text.append((char) Integer.parseInt(code, 16));
        i += 2;
      } else {
        text.append(path.charAt(i));
      }
    }
    return text.toString();
  }
}
