package org.symbolon.config;

import java.util.Collection;
import java.util.List;

/**
 * Which paths of the application only sessions may ask for.
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
   * Whether a path is secured: if it is by any of its readings, and an exception only by all.
   *
   * @param readings of one path below the context path, each with a slash at its beginning
   */
  public boolean cover(Collection<String> readings) {
    return readings.stream().anyMatch(this::match) && !readings.stream().allMatch(this::except);
  }

  private boolean match(String reading) {
    return patterns.stream().anyMatch(it -> it.matchesAnyCase(reading));
  }

  private boolean except(String reading) {
    return exceptions.stream().anyMatch(it -> it.matches(reading));
  }

  /** Without the patterns for all below a path. */
  public SecuredPaths singlePaths() {
    return new SecuredPaths(patterns.stream().filter(it -> !it.below()).toList(), exceptions);
  }
}
