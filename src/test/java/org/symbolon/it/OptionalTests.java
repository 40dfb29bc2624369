package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @Secured(optional = true)}: with a session or without, but never with a doubtful one. */
interface OptionalTests extends Site {

  @ParameterizedTest
  @CsvSource({"GET, everyone", "GET, open-child", "POST, ''"})
  default void strangers_are_let_in(String method, String path) {
    assertAnswer(browser().call(method, "api/optional/" + path)).saysOk("in").leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.call(method, "api/optional/" + path)).saysOk("in").leavesTokensAlone();
  }

  @Test
  default void a_stranger_has_no_session_and_a_user_has_one() {
    assertAnswer(browser().get("api/optional")).saysOk("nobody false").leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/optional")).saysOk("alice true").leavesTokensAlone();
    user.refresh();
    assertAnswer(user.get("api/optional")).saysOk("alice true").renewsOnlyTheAccessToken();
  }

  @ParameterizedTest
  @ValueSource(strings = {"optional/strict", "optional/strict-child", "strict/optional-child"})
  default void whatever_is_strict_on_the_way_refuses_strangers(String path) {
    assertAnswer(browser().get("api/" + path)).hasStatus(401).leavesTokensAlone();
    assertAnswer(browser().loggedIn("alice").get("api/" + path)).saysOk("in").leavesTokensAlone();
  }

  @Test
  default void a_method_s_own_word_comes_before_its_class_s() {
    assertAnswer(browser().get("api/strict")).hasStatus(401).leavesTokensAlone();
    assertAnswer(browser().get("api/strict/optional")).saysOk("in").leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage"})
  default void a_user_without_a_good_access_token_has_to_refresh(String token) {
    Browser user = browser().loggedIn("alice");
    user.put(ACCESS, token);
    assertAnswer(user.get("api/optional")).hasStatus(440).leavesTokensAlone();
    user.forget(ACCESS);
    user.refresh();
    assertAnswer(user.get("api/optional")).saysOk("alice true");
  }

  @Test
  default void a_user_s_change_needs_the_anti_csrf_token() {
    Browser user = browser().loggedIn("alice");
    user.antiCsrf = "wrong";
    assertAnswer(user.post("api/optional")).hasStatus(440).leavesTokensAlone();
  }

  @Test
  default void a_session_that_is_gone_counts_as_none_and_is_cleared() {
    assertAnswer(gone("optional-gone").get("api/optional")).saysOk("nobody false").clearsTokens();
    assertAnswer(gone("optional-gone").get("api/optional/admin")).hasStatus(401).clearsTokens();
  }

  @Test
  default void a_login_instead_of_a_session_that_is_gone_has_the_last_word() {
    Browser user = gone("optional-again");
    assertAnswer(user.post("api/optional/login")).saysOk("returned").issuesTokens();
    assertAnswer(user.get("api/optional")).saysOk("returned true");
  }

  @Test
  default void a_role_needs_a_session() {
    assertAnswer(browser().get("api/optional/admin")).hasStatus(401).leavesTokensAlone();
    Browser user = browser().loggedIn("alice", "user");
    assertAnswer(user.get("api/optional/admin")).hasStatus(403).leavesTokensAlone();
    Browser admin = browser().loggedIn("alice", "admin");
    assertAnswer(admin.get("api/optional/admin")).saysOk("in").leavesTokensAlone();
  }

  /** At the first use after a refresh the database is asked, which knows that session no more. */
  private Browser gone(String name) {
    Browser user = browser().loggedIn(name);
    user.refresh();
    assertAnswer(browser().post("api/session-data/end?user=" + name)).saysOk("1");
    return user;
  }
}
