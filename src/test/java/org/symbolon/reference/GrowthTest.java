package org.symbolon.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.testing.Growth;

/** Twice as much of anything that strangers, or their payloads, bring here is twice the work. */
class GrowthTest {
  private static final ReferenceAccessTokenCodec CODEC =
      new ReferenceAccessTokenCodec(new FixedAccessKeys(AccessKey.of("key")), claims());
  private static final RefreshSecrets SECRETS = RefreshSecrets.of("secret");

  static Stream<Arguments> readers() {
    return Stream.of(
        texts("space inside a text", n -> "a" + " ".repeat(n) + "b", NodeText::trim),
        texts("space around a text", n -> " ".repeat(n) + "b" + "\ufeff".repeat(n), NodeText::trim),
        texts("padding", n -> "YQ" + "=".repeat(n), NodeText::fromBase64),
        texts("dots of a token", "."::repeat, CODEC::decode),
        texts("token", n -> header() + "." + "e".repeat(n) + "." + "0".repeat(64), CODEC::decode),
        texts("refresh token", n -> "e".repeat(n) + ".n", GrowthTest::refresh),
        texts("nonce", n -> "e." + "0".repeat(n), GrowthTest::refresh));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void twice_the_input_is_twice_the_work(
      String what, IntFunction<String> input, Consumer<String> reader) {
    Growth.assertLinear(input, reader);
  }

  private static Arguments texts(String what, IntFunction<String> input, Consumer<String> reader) {
    return Arguments.of(what, input, reader);
  }

  private static String header() {
    return Base64.getEncoder()
        .encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
  }

  private static void refresh(String text) {
    ReferenceRefreshTokenCodec.decode(text, SECRETS, null);
  }

  private static ReferenceClaims claims() {
    return new ReferenceClaims(SessionConfigReader.readSilently(name -> Optional.empty()), null);
  }
}
