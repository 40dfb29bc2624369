package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {

  @ParameterizedTest
  @CsvSource({
    "http://host/a, /login?to=%2Fa",
    "http://host/a/b?c=d&e=%26, /login?to=%2Fa%2Fb%3Fc%3Dd%26e%3D%2526",
    "http://host/%C3%A9?q=a+b*~, /login?to=%2F%25C3%25A9%3Fq%3Da%2Bb*%7E",
    "http://host/a?, /login?to=%2Fa%3F",
    "http://host, /login?to=%2F",
    "http://user:password@host:8080/a#fragment, /login?to=%2Fa",
  })
  void it_is_told_path_and_query_and_nothing_else(URI asked, String location) {
    assertThat(instead("/login?to={target}", asked)).contains(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host//evil.example/a",
        "http://host////evil.example/a",
        "//host//evil.example/a"
      })
  void it_is_never_told_what_looks_like_another_host(URI asked) {
    String target = instead("{target}", asked).orElseThrow();
    assertThat(URLDecoder.decode(target, StandardCharsets.UTF_8)).isEqualTo("/evil.example/a");
  }

  /** What servers may let pass that are less strict; browsers drop tabs and ends of lines. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\t/evil.example/a",
        "\t//evil.example/a",
        "/\r\n/evil.example/a",
        "/\\evil.example/a",
        "\\\\evil.example/a",
        "/\\\t\\/evil.example/a",
        " //evil.example/a",
        "/ /\u0000/evil.example/a",
        "/\u000b\u001f/evil.example/a",
        "evil.example/a",
      })
  void nor_by_what_browsers_drop(String path) {
    String target = new LoginPage("{target}").instead(path, null).orElseThrow();
    assertThat(URLDecoder.decode(target, StandardCharsets.UTF_8)).isEqualTo("/evil.example/a");
  }

  @Test
  void the_target_may_be_left_out_or_stand_twice() {
    URI asked = URI.create("http://host/a");
    assertThat(instead("https://login.example/", asked)).contains("https://login.example/");
    assertThat(instead("/login/{target}?to={target}", asked)).contains("/login/%2Fa?to=%2Fa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/login?to={target}", "/login#{target}", "/login{target}"})
  void it_is_not_sent_to_itself(String address) {
    assertThat(instead(address, URI.create("http://host/login?to=x"))).isEmpty();
    assertThat(instead(address, URI.create("http://host/login/x"))).isPresent();
  }

  private static Optional<String> instead(String page, URI asked) {
    return new LoginPage(page).instead(asked.getRawPath(), asked.getRawQuery());
  }
}
