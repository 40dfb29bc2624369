package org.symbolon.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.testing.Growth;
import org.symbolon.testing.TestKeys;

/** Twice as much of anything that strangers send here is twice the work, and no more. */
class GrowthTest {
  private static final SeededRefreshTokenCodec REFRESH =
      new SeededRefreshTokenCodec(id -> Optional.empty());
  private static final VerifiedTokens VERIFIED =
      new VerifiedTokens(
          new JwsAccessTokenCodec(
              TestKeys.fresh(SampleClaims.NOW),
              "JWT",
              new ClaimsJson("symbolon", List.of(), List.of())),
          id -> true);

  static Stream<Arguments> readers() {
    return Stream.of(
        texts("refresh token", "A"::repeat, REFRESH::decode),
        texts("access token", "A"::repeat, VERIFIED::decode),
        texts("dots", "."::repeat, VERIFIED::decode),
        texts("header", n -> "A".repeat(n) + ".A.A", VERIFIED::decode),
        texts("payload", n -> "A." + "A".repeat(n) + ".A", VERIFIED::decode),
        texts("signature", n -> "A.A." + "A".repeat(n), VERIFIED::decode),
        texts("key ids", n -> header("\"kid\":\"".repeat(n)), VERIFIED::decode),
        texts("groups", n -> "\"a\",".repeat(n), GrowthTest::groups));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void twice_the_input_is_twice_the_work(
      String what, IntFunction<String> input, Consumer<String> reader) {
    Growth.assertLinear(input, reader);
  }

  /** A holder of the key can write it, and nobody may wait for 10<sup>9</sup> digits. */
  @Test
  void a_huge_exponent_is_refused_at_once() {
    ClaimsJson json = new ClaimsJson("symbolon", List.of(), List.of());
    for (String number : List.of("1e999999999", "1e-999999999", "1e2147483647")) {
      String claims =
          "{\"iss\":\"symbolon\",\"sub\":\"a\",\"sid\":\"b\",\"auth_time\":" + number + "}";
      assertThat(catchThrowable(() -> json.read(claims))).isInstanceOf(ArithmeticException.class);
    }
  }

  private static Arguments texts(String what, IntFunction<String> input, Consumer<String> reader) {
    return Arguments.of(what, input, reader);
  }

  private static String header(String json) {
    return Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8)) + ".A.A";
  }

  private static void groups(String elements) {
    try (var reader = Json.createReader(new StringReader("[" + elements + "1]"))) {
      AccessClaims.strings(reader.readArray());
    }
  }
}
