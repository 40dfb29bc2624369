package org.symbolon.http;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.config.PathPattern;
import org.symbolon.config.SecuredPaths;
import org.symbolon.testing.Growth;

/** Twice as long a path is twice the work, and no more. */
class PathGrowthTest {
  private static final SecuredPaths PATHS =
      new SecuredPaths(pattern("/app/*"), pattern("/app/open/*"));

  static Stream<Arguments> paths() {
    return Stream.of(
        path("slashes", "/"::repeat),
        path("segments", "/app"::repeat),
        path("dots", "/.."::repeat),
        path("dots after segments", n -> "/app".repeat(n) + "/..".repeat(n)),
        path("parameters", n -> "/app" + ";a=b".repeat(n)),
        path("escapes", "%2e"::repeat),
        path("percent signs", "%"::repeat),
        path("backslashes", "\\"::repeat));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void twice_the_input_is_twice_the_work(String what, IntFunction<String> path) {
    Growth.assertLinear(
        n -> "/ctx" + path.apply(n),
        (String asked) -> PATHS.cover(PathReadings.of(List.of(asked), "/x", "/ctx").below()));
  }

  private static Arguments path(String what, IntFunction<String> path) {
    return Arguments.of(what, path);
  }

  private static List<PathPattern> pattern(String text) {
    return Optional.of(text).flatMap(PathPattern::parse).stream().toList();
  }
}
