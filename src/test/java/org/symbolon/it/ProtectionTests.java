package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code @Secured} may stand. */
interface ProtectionTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "GET, method",
    "GET, class",
    "GET, superclass",
    "GET, interface",
    "GET, interface-method",
    "POST, generic-interface-method",
    "POST, generic-superclass-method",
    "GET, inherited-method",
    "GET, inherited-by-secured",
    "POST, inherited-by-secured",
    "POST, described",
    "GET, bean",
    "GET, locators/secured",
    "GET, locators/secured-behind-object",
    "GET, locators/secured-by-class",
    "GET, locators/deep/secured",
    "GET, locators/method-child",
    "GET, locators/method-child-behind-object",
    "GET, locators/method-child-by-class",
    "GET, locators/method-heir",
    "GET, locators/method-overrider",
    "GET, locators/contract",
    "GET, locators/bean",
    "GET, locators/bean-behind-object",
    "GET, locators/bean/deep",
    "GET, locators/bean-heir",
    "GET, locators/secured-bean-heir",
    "GET, secured-locators/plain",
  })
  default void secured_refuses_a_stranger_and_lets_a_user_in(String method, String path) {
    assertAnswer(browser().call(method, "api/" + path)).hasStatus(401).leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.call(method, "api/" + path)).saysOk("in").leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method/open",
        "locators/plain",
        "locators/deep/plain",
        "locators/method-child/open",
        "locators/bean/open"
      })
  default void not_secured_stays_open(String path) {
    assertAnswer(browser().get("api/" + path)).saysOk("in").leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/" + path)).saysOk("in").leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"method", "locators/secured", "locators/deep/secured", "login"})
  default void what_a_session_is_shown_is_for_no_cache_that_is_shared(String path) {
    Answer answer = browser().loggedIn("alice").get("api/" + path);
    assertThat(answer.headers("Cache-Control")).containsExactly("private");
  }

  @Test
  default void what_everybody_is_shown_is_left_to_the_application() {
    Answer answer = browser().loggedIn("alice").get("api/method/open");
    assertThat(answer.headers("Cache-Control")).isEmpty();
  }

  @Test
  default void an_inherited_method_without_the_annotation_stays_open() {
    assertAnswer(browser().post("api/inherited-method")).saysOk("in");
  }

  @Test
  default void a_preflight_of_a_secured_method_is_answered_by_the_server_without_a_session() {
    assertAnswer(browser().call("OPTIONS", "api/method")).hasStatus(200).leavesTokensAlone();
  }

  @Test
  default void HEAD_of_a_secured_GET_refuses_a_stranger() {
    assertAnswer(browser().call("HEAD", "api/method")).hasStatus(401).leavesTokensAlone();
  }
}
