package org.symbolon.http.transport;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.testing.Growth;

/** Twice as much of anything that strangers send here is twice the work, and no more. */
class GrowthTest {

  static Stream<Arguments> readers() {
    return Stream.of(
        lists("names of a list", n -> names(n, "x-"), GrowthTest::union),
        lists("one name in all spellings", GrowthTest::spellings, GrowthTest::union),
        lists("lines of a list", n -> names(n, "a,,b,"), HeaderList::read),
        lists("commas", n -> List.of(",".repeat(n)), HeaderList::read),
        lists("cookies", n -> List.of(String.join("; ", names(n, "a=1; b"))), CookieHeader::new),
        lists("lines of cookies", n -> names(n, "a="), CookieHeader::new),
        lists("names of cookies alike", GrowthTest::collisions, CookieHeader::new),
        lists("cookies of one name", GrowthTest::longValues, GrowthTest::cookiesOfToday),
        lists("semicolons", n -> List.of(";".repeat(n)), CookieHeader::new),
        lists("equals signs", n -> List.of("a=" + "=".repeat(n)), CookieHeader::new),
        lists("space in a cookie", n -> List.of(" ".repeat(n) + "a = " + "b"), CookieHeader::new),
        texts("percent signs", "%"::repeat, CookieValue::decode),
        texts("escapes", "%41"::repeat, CookieValue::decode),
        texts("escapes that end badly", n -> "%41".repeat(n) + "%4", CookieValue::decode),
        texts("bearer", "x"::repeat, GrowthTest::bearer),
        texts("bearer of dots", "."::repeat, GrowthTest::bearer),
        texts("space before a bearer", n -> " ".repeat(n) + "x", GrowthTest::bearer),
        texts("bearer nested", n -> "a." + json("[".repeat(n)) + ".c", GrowthTest::bearer),
        texts("bearer with a digit each", GrowthTest::longNumber, GrowthTest::bearer),
        texts("bearer with exponents", GrowthTest::exponents, GrowthTest::bearer),
        texts("bearer with members", GrowthTest::members, GrowthTest::bearer));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  <T> void twice_the_input_is_twice_the_work(
      String what, IntFunction<T> input, Consumer<T> reader) {
    Growth.assertLinear(input, reader);
  }

  private static Arguments lists(
      String what, IntFunction<List<String>> input, Consumer<List<String>> reader) {
    return Arguments.of(what, input, reader);
  }

  private static Arguments texts(String what, IntFunction<String> input, Consumer<String> reader) {
    return Arguments.of(what, input, reader);
  }

  private static void union(List<String> names) {
    HeaderList.union(List.of("anti-csrf", "rid"), names);
  }

  private static void cookiesOfToday(List<String> lines) {
    FakeRequest request = FakeRequest.to("/api");
    lines.forEach(line -> request.header("Cookie", line));
    CookieHeader.of(request).all(SessionCookies.ACCESS);
  }

  private static void bearer(String text) {
    BearerToken token =
        BearerToken.of(FakeRequest.to("/api").header("Authorization", "Bearer " + text));
    if (token != null) {
      token.looksLikeRefreshToken();
    }
  }

  private static List<String> names(int count, String prefix) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  private static List<String> spellings(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 20; bit++) {
        name.append((i >> bit & 1) == 0 ? 'a' : 'A');
      }
      names.add(name.toString());
    }
    return names;
  }

  /** All have one hash code: {@code "Aa"} and {@code "BB"} have. */
  private static List<String> collisions(int count) {
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 20; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      cookies.add(name.append("=1").toString());
    }
    return cookies;
  }

  private static List<String> longValues(int count) {
    String shared = "x".repeat(100);
    return names(count, SessionCookies.ACCESS + "=" + shared);
  }

  private static String json(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String longNumber(int digits) {
    return "a." + json("{\"rt\":" + "7".repeat(digits) + ",\"sid\":1}") + ".c";
  }

  private static String exponents(int count) {
    return "a." + json("{\"rt\":[" + "1e999999999,".repeat(count) + "1],\"sid\":1}") + ".c";
  }

  private static String members(int count) {
    return "a." + json("{" + String.join(":1,", quoted(count)) + ":1}") + ".c";
  }

  private static List<String> quoted(int count) {
    return names(count, "").stream().map(name -> '"' + name + '"').toList();
  }
}
