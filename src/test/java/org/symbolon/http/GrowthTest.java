package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.testing.Growth;

/** Twice as much of anything that strangers send here is twice the work, and no more. */
class GrowthTest {
  private static final SessionConfig CONFIG =
      SessionConfigReader.read(name -> Optional.empty(), List.of());
  private static final LoginPage LOGIN = new LoginPage("/login?to={target}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Stream<Arguments> readers() {
    return Stream.of(
        Arguments.of(
            "preflight",
            (IntFunction<List<String>>) GrowthTest::names,
            (Consumer<List<String>>) GrowthTest::preflight),
        texts("preflight in one line", n -> String.join(",", names(n)), GrowthTest::preflight),
        texts("method of a preflight", "A"::repeat, it -> Cors.preflight(it, List.of())),
        texts("origin", "a"::repeat, new Cors(CONFIG.http().allowedOrigins())::allows),
        texts("media ranges", "text/htm,"::repeat, GrowthTest::accept),
        texts("media parameters", n -> "text/html" + ";q=1".repeat(n), GrowthTest::accept),
        texts("space in a weight", n -> "text/html;q" + " ".repeat(n), GrowthTest::accept),
        texts("zeros in a weight", n -> "text/html;q=0." + "0".repeat(n) + "1", GrowthTest::accept),
        texts("slashes", "/"::repeat, it -> LOGIN.instead(it, null)),
        texts("slashes of both kinds", "/\\"::repeat, it -> LOGIN.instead(it, it)),
        texts("umlauts in a path", "/ä"::repeat, it -> LOGIN.instead(it, it)),
        texts("marker", "<"::repeat, GrowthTest::page),
        texts("marker of placeholders", "{nonce}"::repeat, GrowthTest::page));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  <T> void twice_the_input_is_twice_the_work(
      String what, IntFunction<T> input, Consumer<T> reader) {
    Growth.assertLinear(input, reader);
  }

  @Test
  void a_marker_longer_than_any_cookie_is_left_out_of_the_page() {
    String longest = "a".repeat(4096);
    assertThat(page(longest).html()).contains("refused = [\"" + longest + "\", \"b\"];");
    assertThat(page(longest + "a").html()).contains("refused = [\"b\"];");
  }

  private static Arguments texts(String what, IntFunction<String> input, Consumer<String> reader) {
    return Arguments.of(what, input, reader);
  }

  private static void preflight(List<String> names) {
    Cors.preflight("PUT", names);
  }

  private static void preflight(String names) {
    preflight(List.of(names));
  }

  private static void accept(String accept) {
    PageRequest.is("GET", accept, "navigate");
  }

  private static RefreshPage page(String marker) {
    return RefreshPage.of(CONFIG, List.of(marker, "b"), Map.of(), RANDOM);
  }

  private static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("x-" + i);
    }
    return names;
  }
}
