package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application learns of another session does not change the caller's own. */
interface OtherSessionTests extends Site {
  String OTHER = "api/session-data/other/";

  @ParameterizedTest
  @ValueSource(strings = {"info", "replace-info", "payload", "replace-payload"})
  default void a_handle_of_no_session_is_404_and_logs_nobody_out(String what) {
    Browser admin = browser().loggedIn("administrator");
    String handle = browser().post("api/login?user=looked-at").body();
    assertAnswer(admin.post(OTHER + what + "?other=" + handle)).saysOk("there");
    assertAnswer(browser().post("api/session-data/end?user=looked-at")).hasStatus(200);
    for (String gone : new String[] {handle, "never-there"}) {
      assertAnswer(admin.post(OTHER + what + "?other=" + gone)).hasStatus(404).leavesTokensAlone();
    }
    assertAnswer(admin.get("api/login")).saysOk("administrator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "renew", "refresh"})
  default void tokens_of_a_session_that_is_gone_are_401_and_log_nobody_else_out(String what) {
    Browser admin = browser().loggedIn("administrator");
    Browser other = browser().loggedIn("verified");
    other.refresh();
    assertAnswer(browser().post("api/session-data/end?user=verified")).hasStatus(200);
    String token = other.cookie(what.equals("refresh") ? REFRESH : ACCESS);
    assertAnswer(admin.post(OTHER + what + "?other=" + token)).hasStatus(401).leavesTokensAlone();
    assertAnswer(admin.get("api/login")).saysOk("administrator");
  }

  @Test
  default void a_stolen_token_of_another_is_401_and_logs_nobody_else_out() {
    Browser admin = browser().loggedIn("administrator");
    Browser other = browser().loggedIn("copied");
    String stolen = other.cookie(REFRESH);
    for (int i = 0; i < 2; i++) {
      other.refresh();
      other.get("api/login");
    }
    assertAnswer(admin.post(OTHER + "refresh?other=" + stolen)).hasStatus(401).leavesTokensAlone();
    assertAnswer(admin.get("api/login")).saysOk("administrator");
    assertAnswer(other.refresh()).hasStatus(401).clearsTokens();
  }
}
