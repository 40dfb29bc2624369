package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathReadingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app",
        "/app/",
        "/app/a..b",
        "/app/..hidden",
        "/app/x...y",
        "/app/.well-known/x",
        "/app/YS4uYg==",
        "/app/a+b",
        "/app/hello%20world.txt",
        "/app/x;v=1..2",
        "/app/100%25",
        "/app/%25%25",
        "/app/gr%C3%B6%C3%9Fe",
        "/app/a%2Fb",
        "/app/x.",
        "/app/~x",
      })
  void honest_paths_are_safe(String path) {
    assertThat(of("/ctx" + path, "/whatever").isUnsafe()).isFalse();
    assertThat(of("/ctx" + path, "/whatever").mayBeElsewhere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/...",
        "/a/...x",
        "/a/%2e../x",
        "/a/../x",
        "/a/..",
        "/..",
        "/./a",
        "/a/.",
        "/a/%2e%2e/x",
        "/a/.%2E/x",
        "/a/%2e/x",
        "/a/%252e%252e/x",
        "/a/%25252e%25252e/x",
        "/a/..;/x",
        "/a/..;v=1/x",
        "/a/.;/x",
        "/a/..%3b/x",
        "/a/..%2fx",
        "/a%2f..%2fx",
        "/a/..%252fx",
        "/a/..\\x",
        "/a\\..\\x",
        "/a/..%5cx",
        "/a/..%255cx",
        "/a/..%00/x",
        "/a/..%20/x",
        "/a/..%09",
        "/a/..%23x",
        "/a/..%3fx",
        "/a/%c0%ae%c0%ae/x",
        "/a/%e0%80%ae%e0%80%ae/x",
        "/a%c0%af..%c0%afx",
        "/a;/../x",
        "/a;%2f../x",
        "/a;x=/../b",
        "/a%00",
        "/a%2500",
        "/a;\\..\\x",
      })
  void a_dot_segment_is_unsafe_in_any_spelling(String path) {
    assertThat(of("/ctx" + path, "/x").isUnsafe()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, /a",
    "//a, /a",
    "/a;v=1/b, /a/b",
    "/a;v=1/b, /a",
    "/a;v=1/b, '/a;v=1/b'",
    "/a%3bv/b, /a/b",
    "/a;x%2fb/c, /a/c",
    "/a;x%2fb/c, /a/b/c",
    "/a\\b, /a/b",
    "/a%5cb, /a/b",
    "/a;x\\b, /a/b",
    "/%2561, /a",
    "/%61, /a",
    "/a%2fb, /a/b",
    "/a%c0%afb, /a/b",
    "/a.txt%20, /a.txt",
    "/a./b, /a/b",
    "/a%3fx, /a",
    "/a%23x, /a",
    "/%F6, /\u00f6",
    "/%C3%B6, /\u00f6",
    "/;x/a, /a",
  })
  void a_path_has_the_readings_of_all_who_read_it(String path, String reading) {
    assertThat(of("/ctx" + path, "/x").below()).contains(reading, "/x");
  }

  @Test
  void the_context_path_is_found_however_it_is_spelt_and_the_root_is_one() {
    assertThat(of("/%63tx/a", "/a").below()).containsExactly("/a");
    assertThat(of("/ctx", "").below()).containsExactly("/");
    assertThat(PathReadings.of(List.of("/a"), "/a", "").below()).containsExactly("/a");
    assertThat(PathReadings.of(List.of("/my%20app/a"), "/a", "/my app").areAll("/my app/a"))
        .isTrue();
    assertThat(PathReadings.of(List.of("/my%20app/a"), "/a", "/my%20app").areAll("/my app/a"))
        .isTrue();
    assertThat(of("//ctx/a", "/a").mayBeElsewhere()).isTrue();
    assertThat(of("/ctx;x/a", "/a").mayBeElsewhere()).isTrue();
    assertThat(of("/%2563tx/a", "/a").mayBeElsewhere()).isTrue();
    assertThat(of("/other/a", "/a").mayBeElsewhere()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/ctx/own, /own, true",
    "/%63tx/o%77n, /own, true",
    "/ctx/own;jsessionid=1, /own, false",
    "/ctx/own;jsessionid=1/x, /own, false",
    "/ctx/own;x, /own, false",
    "/ctx//own, /own, false",
    "/ctx/own, /other, false",
    "/ctx/own/, /own, false",
    "/ctx/o%2577n, /own, false",
    "/ctx/x/../own, /own, false",
    "/ctx/own%3f, /own, false",
  })
  void a_path_of_our_own_is_one_only_by_all_readings(String raw, String decoded, boolean own) {
    assertThat(of(raw, decoded).areAll("/ctx/own")).isEqualTo(own);
  }

  @Test
  void a_session_id_of_the_container_at_the_end_is_no_part_of_the_path() {
    assertThat(of("/ctx/a;jsessionid=1.node_2", "/a").below()).containsExactly("/a");
    assertThat(of("/ctx/login;jsessionid=1", "/login").areSpelt("/ctx/login")).isTrue();
    assertThat(of("/ctx/login;jsessionid=1/x", "/login").areSpelt("/ctx/login")).isFalse();
  }

  @Test
  void what_the_url_says_is_a_reading_as_well() {
    PathReadings readings = PathReadings.of(List.of("/ctx/own", "/ctx/secret"), "/own", "/ctx");
    assertThat(readings.areAll("/ctx/own")).isFalse();
    assertThat(readings.areSpelt("/ctx/own")).isFalse();
    assertThat(readings.below()).containsExactly("/own", "/secret");
  }

  @Test
  void readings_without_end_are_unsafe() {
    assertThat(of("/ctx/%25252525252561;a/b;c%3bd%253be%25253bf\\g//h%5c%2f%2523", "/x").isUnsafe())
        .isTrue();
    String twisted = "/%2525253b%25255c%252f//;%5c%2f%3f \\%253f;%2523";
    PathReadings readings = of("/ctx" + twisted.repeat(500), "/x");
    assertThat(readings.isUnsafe()).isTrue();
    assertThat(readings.below()).hasSizeLessThan(100);
  }

  private static PathReadings of(String raw, String decoded) {
    return PathReadings.of(List.of(raw), decoded, "/ctx");
  }
}
