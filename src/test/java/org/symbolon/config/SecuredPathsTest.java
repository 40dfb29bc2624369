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
    "/*, /a/b.css, true",
    "/app/*, /app, true",
    "/app/*, /app/, true",
    "/app/*, /app/x/y, true",
    "/app/*, /APP/x, true",
    "/app/*, /application, false",
    "/app/*, /x/app, false",
    "/app/*, /, false",
    "/app, /app, true",
    "/app, /app/, true",
    "/app, /App/, true",
    "/app, /app/x, false",
    "/app, /app//, false",
    "/a b/*, /a b/c, true",
    "/k/*, /\u212A/x, true",
    "/s/*, /\u017F/x, true",
    "/caf\u00e9/*, /cafe\u0301/x, true",
  })
  void a_pattern_covers_a_path_or_all_below_it(String pattern, String path, boolean covered) {
    SecuredPaths paths = new SecuredPaths(patterns(pattern), List.of());
    assertThat(paths.cover(List.of(path))).isEqualTo(covered);
  }

  @Test
  void a_path_is_secured_if_any_reading_of_it_is() {
    SecuredPaths paths = new SecuredPaths(patterns("/app/*"), List.of());
    assertThat(paths.cover(List.of("/x", "/app/y"))).isTrue();
    assertThat(paths.cover(List.of("/app/y", "/x"))).isTrue();
    assertThat(paths.cover(List.of("/y", "/x"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/app/open, /app/open, false",
    "/app/open/x, /app/open/x;a=b, false",
    "/app/opened, /app/opened, true",
    "/app/OPEN/x, /app/OPEN/x, true",
    "/app/open/x, /app/x, true",
    "/app/open/x, /app//open/x, true",
    "/app/open/x, /x, true",
    "/app/open/x, '', true",
  })
  void an_exception_is_one_only_if_all_readings_are(String one, String other, boolean covered) {
    SecuredPaths paths = new SecuredPaths(patterns("/app/*"), patterns("/app/open/*"));
    assertThat(paths.cover(List.of(one, other))).isEqualTo(covered);
    assertThat(paths.cover(List.of(other, one))).isEqualTo(covered);
  }

  @Test
  void an_exact_exception_is_exact() {
    SecuredPaths paths = new SecuredPaths(patterns("/*"), patterns("/login", "/css/*"));
    assertThat(paths.cover(List.of("/login"))).isFalse();
    assertThat(paths.cover(List.of("/login/"))).isTrue();
    assertThat(paths.cover(List.of("/login/x"))).isTrue();
    assertThat(paths.cover(List.of("/css/a.css"))).isFalse();
  }

  @Test
  void without_patterns_nothing_is_secured() {
    assertThat(SecuredPaths.NONE.any()).isFalse();
    assertThat(SecuredPaths.NONE.cover(List.of("/x"))).isFalse();
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

  private static List<PathPattern> patterns(String... texts) {
    return Arrays.stream(texts).map(PathPattern::parse).map(Optional::orElseThrow).toList();
  }
}
