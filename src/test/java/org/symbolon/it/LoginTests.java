package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;

/** {@code CurrentSession} in resources. */
interface LoginTests extends Site {

  @Test
  default void a_login_issues_tokens_that_let_in() {
    Browser user = browser();
    assertAnswer(user.post("api/login?user=alice")).hasStatus(200).issuesTokens();
    assertAnswer(user.get("api/login")).saysOk("alice").leavesTokensAlone();
  }

  @Test
  default void a_login_ends_the_session_before_it() {
    Browser user = browser().loggedIn("again");
    Browser old = user.twin();
    user.loggedIn("again");
    assertAnswer(user.get("api/session-data/count?user=again")).saysOk("1");
    assertAnswer(old.refresh()).hasStatus(401).clearsTokens();
    assertAnswer(user.refresh()).issuesTokens();
  }

  @Test
  default void a_session_is_found_on_secured_resources_only() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/session-data/found")).saysOk("no session");
  }

  @Test
  default void the_payload_is_what_login_gave() {
    Browser user = browser().loggedIn("alice", "reader", "editor");
    assertAnswer(user.get("api/session-data/payload"))
        .saysOk("{\"groups\":[\"reader\",\"editor\"]}");
  }

  @Test
  default void a_changed_payload_is_in_the_token_of_the_same_answer_and_counts_at_once() {
    Browser user = browser().loggedIn("alice", "reader");
    assertAnswer(user.get("api/roles/class")).hasStatus(403);
    Answer answer = user.post("api/session-data/groups?groups=admin");
    assertAnswer(answer)
        .saysOk("{\"groups\":[\"admin\"]} = {\"groups\":[\"admin\"]}")
        .renewsOnlyTheAccessToken();
    String token = answer.cookie(ACCESS).value();
    assertThat(Forgery.decoded(token.split("\\.", -1)[1])).contains("\"groups\":[\"admin\"]");
    assertAnswer(user.get("api/roles/class")).saysOk("in");
    user.refresh();
    assertAnswer(user.get("api/roles/class")).saysOk("in");
  }

  @Test
  default void a_payload_changed_at_the_first_use_after_a_refresh_is_in_the_one_token_sent() {
    Browser user = browser().loggedIn("alice", "reader");
    user.refresh();
    assertAnswer(user.post("api/session-data/groups?groups=admin"))
        .hasStatus(200)
        .renewsOnlyTheAccessToken();
    assertAnswer(user.get("api/roles/class")).saysOk("in").leavesTokensAlone();
  }

  @Test
  default void info_is_kept_in_the_database() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/session-data/info")).saysOk("null");
    assertAnswer(user.post("api/session-data/info?text=phone")).saysOk("done").leavesTokensAlone();
    assertAnswer(user.get("api/session-data/info")).saysOk("\"phone\"");
  }

  @Test
  default void info_of_a_session_that_is_gone_is_401_and_clears() {
    Browser user = browser().loggedIn("ended");
    assertAnswer(user.post("api/session-data/end?user=ended")).saysOk("1");
    assertAnswer(user.get("api/login")).saysOk("ended"); // stateless until it expires
    Browser tab = user.twin();
    assertAnswer(user.get("api/session-data/info")).hasStatus(401).clearsTokens();
    assertAnswer(tab.refresh()).hasStatus(401).clearsTokens();
  }

  @Test
  default void logout_everywhere_ends_all_sessions_of_the_user() {
    Browser phone = browser().loggedIn("everywhere");
    Browser laptop = browser().loggedIn("everywhere");
    Browser other = browser().loggedIn("elsewhere");
    assertAnswer(laptop.call("DELETE", "api/login/everywhere")).hasStatus(204).clearsTokens();
    assertAnswer(phone.refresh()).hasStatus(401).clearsTokens();
    assertAnswer(other.refresh()).issuesTokens();
  }

  @Test
  default void logout_without_a_session_clears_what_is_left_and_nothing_else() {
    assertAnswer(browser().call("DELETE", "api/login/leftovers"))
        .hasStatus(204)
        .leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    user.forget(ACCESS);
    assertAnswer(user.call("DELETE", "api/login/leftovers")).hasStatus(204).clearsTokens();
  }
}
