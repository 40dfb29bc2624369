package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecuredPathsTest {

  @ParameterizedTest
  @CsvSource({
    "/*, /, true",
    "/*, '', true",
    "/*, /a/b.css, true",
    "/app/*, /app, true",
    "/app/*, /app/, true",
    "/app/*, /app/x/y, true",
    "/app/*, /application, false",
    "/app/*, /x/app, false",
    "/app/*, /, false",
    "/app, /app, true",
    "/app, /app/, true",
    "/app, /app/x, false",
    "/a b/*, /a b/c, true",
  })
  void a_pattern_covers_a_path_or_all_below_it(String pattern, String path, boolean covered) {
    assertThat(secured(pattern).cover(path)).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/APP/x",
        "//app/x",
        "/app//x",
        "/./app/x",
        "/x/../app/y",
        "/../app/x",
        "/;a=b/app/x",
        "/app;a=b/x",
        "/app/x;jsessionid=1",
        "/x/..;/app/y",
        "\\app\\x",
        "/x\\..\\app",
        "/%61pp/x",
        "/x%2f..%2Fapp",
        "/app/../x",
      })
  void a_path_is_secured_if_any_reading_of_it_is(String path) {
    assertThat(secured("/app/*").cover(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/app/open, false",
    "/app/open/x, false",
    "/app/open/x/, false",
    "/app/opened, true",
    "/app/OPEN/x, true",
    "/app/open/../x, true",
    "/app/open/..;/x, true",
    "/app/open/%2e%2e/x, true",
    "/app/x/../open/y, true",
    "/app;/open/x, true",
    "/app/open;/../x, true",
    "/app/open/x;a=b, false",
    "/app//open/x, true",
    "/app/open\\..\\x, true",
  })
  void an_exception_is_one_only_if_all_readings_are(String path, boolean covered) {
    SecuredPaths paths = new SecuredPaths(patterns("/app/*"), patterns("/app/open/*"));
    assertThat(paths.cover(path)).isEqualTo(covered);
  }

  @Test
  void an_exact_exception_is_exact() {
    SecuredPaths paths = new SecuredPaths(patterns("/*"), patterns("/login", "/css/*"));
    assertThat(paths.cover("/login")).isFalse();
    assertThat(paths.cover("/login/")).isTrue();
    assertThat(paths.cover("/login/x")).isTrue();
    assertThat(paths.cover("/css/a.css")).isFalse();
  }

  @Test
  void without_patterns_nothing_is_secured() {
    assertThat(SecuredPaths.NONE.any()).isFalse();
    assertThat(SecuredPaths.NONE.cover("/x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "app", "app/*", "*", "*.html", "/app*", "/*/app", "/app/", "/app//x", "//",
        "/../x", "/app/..", "/./x/*", "/a?b", "/a#b", "/a;b", "/%61", "/a\\b", "/app/**",
      })
  void what_could_be_misread_is_no_pattern(String text) {
    assertThat(PathPattern.parse(text)).isEmpty();
  }

  private static SecuredPaths secured(String... texts) {
    return new SecuredPaths(patterns(texts), List.of());
  }

  private static List<PathPattern> patterns(String... texts) {
    return Arrays.stream(texts).map(PathPattern::parse).map(Optional::orElseThrow).toList();
  }
}
