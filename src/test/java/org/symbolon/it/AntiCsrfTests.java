package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mode by method. */
interface AntiCsrfTests extends Site {
  List<String> READING = List.of("GET", "HEAD", "OPTIONS");
  List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH");

  static Stream<Arguments> everyModeAndMethod() {
    return Stream.of("automatic", "always", "never")
        .flatMap(mode -> METHODS.stream().map(method -> Arguments.of(mode, method)));
  }

  @ParameterizedTest
  @MethodSource("org.symbolon.it.AntiCsrfTests#everyModeAndMethod")
  default void the_token_is_asked_for_where_the_mode_says_so(String mode, String method) {
    boolean asked =
        mode.equals("always") || (mode.equals("automatic") && !READING.contains(method));
    Browser user = browser().loggedIn("alice");
    String path = "api/csrf/" + mode;

    assertAnswer(user.call(method, path)).hasStatus(200).leavesTokensAlone();
    user.antiCsrf = "";
    assertAnswer(user.call(method, path)).hasStatus(asked ? 440 : 200).leavesTokensAlone();
    user.antiCsrf = "AAAAAAAAAAAAAAAAAAAAAA";
    assertAnswer(user.call(method, path)).hasStatus(asked ? 440 : 200).leavesTokensAlone();
    assertAnswer(browser().call(method, path)).hasStatus(401).leavesTokensAlone();
  }

  @Test
  default void the_method_s_own_mode_comes_before_its_class_s() {
    Browser user = browser().loggedIn("alice");
    user.antiCsrf = "";
    assertAnswer(user.get("api/csrf/mixed")).hasStatus(440).leavesTokensAlone();
    assertAnswer(user.post("api/csrf/mixed")).saysOk("in");
  }

  @Test
  default void another_session_s_token_does_not_help() {
    Browser user = browser().loggedIn("alice");
    user.antiCsrf = browser().loggedIn("alice").antiCsrf;
    assertAnswer(user.post("api/csrf/automatic")).hasStatus(440).leavesTokensAlone();
  }
}
