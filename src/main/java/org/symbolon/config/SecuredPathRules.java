package org.symbolon.config;

import java.util.stream.Collectors;

/** Which patterns have no effect since an exception takes back all of them. */
final class SecuredPathRules {
  private SecuredPathRules() {}

  /** These exceptions, as they are written; the empty text if there are none. */
  static String uncovered(SecuredPaths paths) {
    return paths.exceptions().stream()
        .filter(except -> paths.patterns().stream().anyMatch(it -> holds(except, it)))
        .map(except -> except.path() + (except.below() ? "/*" : ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean holds(PathPattern except, PathPattern pattern) {
    return except.below()
        ? (pattern.path() + "/").startsWith(except.path() + "/")
        : !pattern.below() && pattern.path().equals(except.path());
  }
}
