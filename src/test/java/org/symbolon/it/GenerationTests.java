package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;

/** A browser whose page gets a client of another generation while it has a session. */
interface GenerationTests extends Site {

  @Test
  default void an_old_session_goes_on_after_one_refresh_by_a_new_client() {
    Browser user = browser().loggedIn("alice");
    user.sending("st-auth-mode", "cookie").sending("rid", "anti-csrf");
    Answer refused = user.get("api/login");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("{\"message\":\"try refresh token\"}");
    assertAnswer(refused).leavesTokensAlone();
    Answer refreshed = user.refresh();
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.cookie(ID_REFRESH).isRemoval()).isTrue();
    assertThat(refreshed.cookie(ACCESS).value()).isNotEmpty();
    assertThat(refreshed.cookie(REFRESH).value()).isNotEmpty();
    assertAnswer(user.get("api/login")).saysOk("alice");
    assertAnswer(user.post("api/signout")).saysOk("{\"status\":\"OK\"}");
  }

  @Test
  default void an_old_client_can_log_in_where_a_new_one_was() {
    Browser user = browser().sending("st-auth-mode", "cookie").sending("rid", "anti-csrf");
    user.post("api/login?user=alice");
    Browser old = browser();
    Answer answer = old.raw("POST", "api/login?user=bob", user.cookieHeader("api/login"), "");
    assertAnswer(answer).hasStatus(200).issuesTokens();
    assertThat(user.refresh().status()).as("alice's session ended").isEqualTo(401);
  }

  @Test
  default void each_generation_hears_its_own_words_only() {
    Answer old = browser().post("api/login?user=alice");
    assertThat(old.headers("st-access-token")).isEmpty();
    assertThat(FrontTokens.of(old).getJsonObject("up").keySet()).containsExactly("groups");
    Browser twin = browser().loggedIn("alice");
    assertAnswer(twin.call("DELETE", "api/login")).clearsTokens();
  }
}
