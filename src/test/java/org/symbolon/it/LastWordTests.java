package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;

/** Each cookie and header once, and the last word counts (fault 11). */
interface LastWordTests extends Site {

  @Test
  default void create_then_revoke_issues_nothing_and_clears_what_was_there() {
    Browser user = browser();
    assertAnswer(user.post("api/twice/create-revoke?user=fickle"))
        .hasStatus(204)
        .leavesTokensAlone();
    user.loggedIn("fickle");
    assertAnswer(user.post("api/twice/create-revoke?user=fickle")).hasStatus(204).clearsTokens();
    assertAnswer(user.get("api/session-data/count?user=fickle")).saysOk("0");
  }

  @Test
  default void revoke_then_create_issues() {
    Browser user = browser();
    assertAnswer(user.post("api/twice/revoke-create?user=alice")).hasStatus(204).issuesTokens();
    assertAnswer(user.get("api/login")).saysOk("alice");
  }

  @Test
  default void create_twice_issues_the_second_and_ends_the_first() {
    Browser user = browser();
    assertAnswer(user.post("api/twice/create-create?user=double")).hasStatus(200).issuesTokens();
    assertAnswer(user.get("api/session-data/count?user=double")).saysOk("1");
    assertAnswer(user.refresh()).issuesTokens();
  }

  @Test
  default void create_then_change_issues_with_the_change() {
    Browser user = browser();
    assertAnswer(user.post("api/twice/create-change?user=alice"))
        .saysOk("{\"groups\":[\"changed\"]}")
        .issuesTokens();
    assertAnswer(user.get("api/session-data/payload")).saysOk("{\"groups\":[\"changed\"]}");
  }

  @Test
  default void change_twice_sends_one_access_token_with_the_second() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.post("api/twice/change-change")).hasStatus(200).renewsOnlyTheAccessToken();
    assertAnswer(user.get("api/session-data/payload")).saysOk("{\"groups\":[\"twice\"]}");
  }

  @Test
  default void the_application_s_own_cookies_and_exposed_headers_stay() {
    Answer answer = browser().post("api/twice/own-headers?user=alice");
    assertThat(answer.cookies())
        .extracting(SetCookie::name)
        .containsExactlyInAnyOrder(
            "theirs", "typed", "sAccessToken", "sRefreshToken", "sIdRefreshToken");
    assertThat(answer.cookie("sAccessToken").value()).isNotEqualTo("forged");
    assertThat(answer.header("anti-csrf")).isNotEqualTo("wrong");
    assertThat(answer.header("id-refresh-token")).contains(";");
    assertAnswer(answer)
        .exposes("Location", "anti-csrf", "X-Total", "id-refresh-token", "front-token")
        .isNotStored();
    assertThat(String.join(",", answer.headers("Cache-Control"))).doesNotContain("max-age");
  }
}
