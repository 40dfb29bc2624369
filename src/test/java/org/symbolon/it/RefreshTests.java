package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresh path, and rotation as a client sees it. */
interface RefreshTests extends Site {
  String PATH = "api/session/refresh";

  @Test
  default void a_refresh_is_200_with_three_cookies_and_two_headers() {
    Browser user = browser().loggedIn("alice");
    String access = user.cookie(ACCESS);
    String refresh = user.cookie(REFRESH);
    String antiCsrf = user.antiCsrf;
    String id = user.idRefreshToken;

    Answer answer = user.refresh();
    assertAnswer(answer).saysOk("").issuesTokens();
    assertThat(user.cookie(ACCESS)).isNotEqualTo(access);
    assertThat(user.cookie(REFRESH)).isNotEqualTo(refresh);
    assertThat(user.antiCsrf).isNotEqualTo(antiCsrf);
    assertThat(user.idRefreshToken).isNotEqualTo(id);
  }

  @Test
  default void the_first_use_after_a_refresh_sends_a_new_access_token_only() {
    Browser user = browser().loggedIn("alice");
    user.refresh();
    assertAnswer(user.get("api/login")).saysOk("alice").renewsOnlyTheAccessToken();
    assertAnswer(user.get("api/login")).saysOk("alice").leavesTokensAlone();
  }

  @Test
  default void a_refresh_does_not_ask_for_the_anti_csrf_token() {
    Browser user = browser().loggedIn("alice");
    user.antiCsrf = "";
    assertAnswer(user.refresh()).hasStatus(200).issuesTokens();
  }

  @Test
  default void a_refresh_without_the_refresh_token_is_401_and_clears() {
    Browser user = browser().loggedIn("alice");
    user.forget(REFRESH);
    assertAnswer(user.refresh()).hasStatus(401).clearsTokens();
  }

  /** What is left then may be the session of a client since 2022. */
  @Test
  default void a_refresh_without_the_id_refresh_token_is_401_and_clears_nothing() {
    Browser user = browser().loggedIn("alice");
    user.forget(ID_REFRESH);
    assertAnswer(user.refresh()).hasStatus(401).leavesTokensAlone();
  }

  @Test
  default void a_refresh_with_garbage_is_401_and_clears() {
    Browser user = browser().loggedIn("alice");
    user.put(REFRESH, "garbage");
    assertAnswer(user.refresh()).hasStatus(401).clearsTokens();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
  default void the_refresh_path_takes_POST_only(String method) {
    Browser user = browser().loggedIn("alice");
    Answer answer = user.call(method, PATH);
    assertAnswer(answer).hasStatus(405).leavesTokensAlone();
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  default void a_lost_answer_is_forgiven() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.twin().refresh()).issuesTokens();
    assertAnswer(user.refresh()).issuesTokens();
    assertAnswer(user.get("api/login")).saysOk("alice").renewsOnlyTheAccessToken();
  }

  @Test
  default void a_late_second_tab_receives_the_tokens_of_the_first() {
    Browser first = browser().loggedIn("alice");
    Browser late = first.twin();
    first.refresh();
    first.get("api/login");
    assertAnswer(late.refresh()).issuesTokens();
    assertThat(late.cookie(REFRESH)).isEqualTo(first.cookie(REFRESH));
    assertThat(late.antiCsrf).isEqualTo(first.antiCsrf);
    assertAnswer(first.get("api/login")).saysOk("alice");
    assertAnswer(late.get("api/login")).saysOk("alice");
  }

  @Test
  default void theft_is_401_clears_and_ends_the_session() {
    Browser owner = browser().loggedIn("stolen");
    Browser thief = owner.twin();
    for (int i = 0; i < 2; i++) {
      owner.refresh();
      owner.get("api/login");
    }
    assertAnswer(thief.refresh()).hasStatus(401).clearsTokens();
    assertAnswer(owner.refresh()).hasStatus(401).clearsTokens();
    assertAnswer(owner.get("api/session-data/count?user=stolen")).saysOk("0");
  }

  @Test
  default void the_loser_of_a_race_does_not_log_the_winner_out() {
    Browser user = browser().loggedIn("alice");
    user.refresh();
    Browser slow = user.twin();
    user.get("api/login");
    user.refresh();
    user.get("api/login");
    // slow's access token still names its parent, but the session has moved on (fault 12)
    assertAnswer(slow.get("api/login")).hasStatus(440).leavesTokensAlone();
    assertAnswer(user.get("api/login")).saysOk("alice");
  }
}
