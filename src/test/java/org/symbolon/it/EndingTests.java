package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staged tokens reach the client however the request ends; at once, or on another thread. */
interface EndingTests extends Site {

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void a_login_survives_a_mapped_exception(String how) {
    assertAnswer(end(how + "mapped")).hasStatus(418).issuesTokens();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void a_login_survives_a_web_application_exception(String how) {
    Answer answer = end(how + "web");
    if (Server.current().takesOver(how)) {
      assertAnswer(answer).hasStatus(500).leavesTokensAlone();
    } else {
      assertAnswer(answer).hasStatus(409).issuesTokens();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void a_login_survives_an_unmapped_exception(String how) {
    Server.current().assertUnmappedException(end(how + "unmapped"), how);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void unauthorised_after_a_login_is_401_and_issues_nothing(String how) {
    assertAnswer(end(how + "unauthorised")).hasStatus(401).leavesTokensAlone();
    Browser before = browser().loggedIn("alice");
    assertAnswer(before.post("api/endings/" + how + "unauthorised?user=alice"))
        .hasStatus(401)
        .clearsTokens();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void try_refresh_after_a_login_is_440_and_still_issues(String how) {
    assertAnswer(end(how + "try-refresh")).hasStatus(440).issuesTokens();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stage/", "suspended/"})
  default void a_store_failure_after_a_login_is_503_and_still_issues(String how) {
    Answer answer = end(how + "store");
    assertAnswer(answer).hasStatus(503).issuesTokens();
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "suspended"})
  default void a_login_reaches_an_answer_that_comes_later(String how) {
    assertAnswer(end(how)).saysOk("later").issuesTokens();
  }

  @Test
  default void a_login_reaches_a_streamed_answer() {
    assertAnswer(end("streamed")).saysOk("streamed").issuesTokens();
  }

  @Test
  default void the_first_use_after_a_refresh_reaches_an_answer_that_comes_later() {
    Browser user = browser().loggedIn("alice");
    user.refresh();
    assertAnswer(user.get("api/endings/secured-stage")).saysOk("alice").renewsOnlyTheAccessToken();
  }

  @Test
  default void a_login_on_a_thread_without_the_request_s_scope_is_500_and_issues_nothing() {
    assertAnswer(end("foreign-thread")).hasStatus(500).leavesTokensAlone();
  }

  private Answer end(String path) {
    return browser().post("api/endings/" + path + "?user=alice");
  }
}
