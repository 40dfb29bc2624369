package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link SwitchedOffApplication} has none of the library's filters, and must not serve. */
interface PresenceTests extends Site {

  @ParameterizedTest
  @CsvSource({"GET, class", "GET, method", "GET, method/open", "POST, class", "HEAD, class"})
  default void without_our_filters_a_JAX_RS_application_is_answered_503(
      String method, String path) {
    assertAnswer(browser().call(method, "off/" + path)).hasStatus(503).leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.call(method, "off/" + path)).hasStatus(503).leavesTokensAlone();
  }

  @Test
  default void another_one_in_the_same_application_goes_on() {
    assertAnswer(browser().get("off/class")).hasStatus(503);
    assertAnswer(browser().get("api/class")).hasStatus(401);
    assertAnswer(browser().loggedIn("alice").get("api/class")).saysOk("in");
  }
}
