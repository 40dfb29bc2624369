package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that asks for a whole page, where a login page is configured. */
interface PageTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "GET, api/login, %2Fpages%2Fapi%2Flogin",
    "HEAD, api/login, %2Fpages%2Fapi%2Flogin",
    "GET, api/login?a=b%26c&d=%2B%20e, %2Fpages%2Fapi%2Flogin%3Fa%3Db%2526c%26d%3D%252B%2520e",
    "GET, api/session-data/required, %2Fpages%2Fapi%2Fsession-data%2Frequired",
  })
  default void without_a_session_it_is_sent_to_the_login_page(
      String method, String path, String target) {
    Answer answer = browser().navigating().call(method, path);
    assertAnswer(answer).hasStatus(303).leavesTokensAlone();
    Server.current().assertLocation(answer, "/pages/login.html?to=" + target);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  default void with_a_session_that_is_gone_it_is_sent_to_the_login_page() {
    Browser user = browser().loggedIn("page-gone").navigating();
    user.refresh();
    assertAnswer(browser().post("api/session-data/end?user=page-gone")).saysOk("1");
    assertAnswer(user.get("api/login")).hasStatus(303).clearsTokens();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, api/session-data/info, text/html, navigate",
    "GET, api/login, text/html, cors",
    "GET, api/login, application/json, navigate",
    "GET, api/login, '*/*', navigate",
  })
  default void other_requests_are_answered_as_ever(
      String method, String path, String accept, String mode) {
    Browser user = browser().sending("Accept", accept).sending("Sec-Fetch-Mode", mode);
    Answer answer = user.call(method, path);
    assertAnswer(answer).hasStatus(401).leavesTokensAlone();
    assertThat(answer.body()).isEqualTo("Please log in");
    Answer refused = user.raw(method, path, ID_REFRESH + "=x", "");
    assertAnswer(refused).hasStatus(440).leavesTokensAlone();
    assertThat(refused.body()).isEqualTo("Please call the refresh token endpoint");
  }

  @Test
  default void an_older_browser_says_by_Accept_alone_that_it_wants_a_page() {
    Answer answer = browser().sending("Accept", "text/html").get("api/login");
    assertAnswer(answer).hasStatus(303).leavesTokensAlone();
  }

  @Test
  default void with_an_expired_access_token_it_receives_a_page_that_refreshes() {
    Browser user = browser().loggedIn("alice").navigating();
    user.forget(ACCESS);
    Answer answer = user.get("api/login");
    assertAnswer(answer).hasStatus(440).leavesTokensAlone().isNotStored();
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    String nonce =
        answer.header("Content-Security-Policy").replaceAll(".*script-src 'nonce-(.{22})'.*", "$1");
    assertThat(answer.body())
        .contains("<script nonce=\"" + nonce + "\">", "fetch(\"/pages/api/session/refresh\"")
        .contains("refused = [\"" + user.cookie(ID_REFRESH) + "\"]")
        .doesNotContain(user.cookie("sRefreshToken"), user.antiCsrf);
    assertThat(user.get("api/login").body()).doesNotContain(nonce);
  }

  @Test
  default void the_application_s_content_security_policy_does_not_stop_that_page() {
    Browser user = browser().navigating();
    Answer answer = user.raw("GET", "api/login?policy=strict", ID_REFRESH + "=x", "");
    assertAnswer(answer).hasStatus(440);
    assertThat(answer.header("Content-Security-Policy")).contains("script-src 'nonce-");
    assertThat(
            browser().get("api/session-data/found?policy=strict").header("Content-Security-Policy"))
        .isEqualTo("default-src 'self'");
  }

  @ParameterizedTest
  @CsvSource({
    "policy=framed, https://partner.example",
    "policy=deny, '''none'''",
    "policy=strict, '''self'' https://app.example.com http://localhost:3000'",
    "policy=none, '''self'' https://app.example.com http://localhost:3000'",
  })
  default void what_the_application_says_of_frames_holds_for_that_page(String query, String who) {
    Browser user = browser().navigating();
    Answer answer = user.raw("GET", "api/login?" + query, ID_REFRESH + "=x", "");
    assertAnswer(answer).hasStatus(440);
    assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'nonce-")
        .endsWith("; frame-ancestors " + who);
  }

  @Test
  default void what_the_application_says_of_caches_stays() {
    Browser user = browser().loggedIn("alice");
    assertThat(user.get("api/login?policy=stored").headers("Cache-Control"))
        .containsExactly("private, max-age=60");
    assertAnswer(browser().get("api/login?policy=stored")).hasStatus(401).isNotStored();
  }

  @Test
  default void what_a_cookie_says_cannot_break_out_of_the_page() {
    String evil = "</script><script>alert(1)//\\\"'";
    Answer answer = browser().navigating().raw("GET", "api/login", ID_REFRESH + "=" + evil, "");
    assertAnswer(answer).hasStatus(440);
    assertThat(answer.body()).doesNotContain("alert(1)", "</script><").contains("\\u003c/script");
  }

  @Test
  default void a_user_with_a_session_receives_the_page_and_one_without_the_role_403() {
    Browser user = browser().loggedIn("alice").navigating();
    assertAnswer(user.get("api/login")).saysOk("alice").leavesTokensAlone();
    assertAnswer(user.get("api/roles/methods/admin")).hasStatus(403).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/session-data/found", "api/optional/everyone"})
  default void pages_for_everybody_are_untouched(String path) {
    assertAnswer(browser().navigating().get(path)).hasStatus(200).leavesTokensAlone();
  }

  @Test
  default void a_mapped_refusal_on_another_thread_is_a_page_as_well() {
    assertAnswer(browser().navigating().get("api/endings/later/unauthorised"))
        .hasStatus(303)
        .leavesTokensAlone();
    assertThat(browser().navigating().get("api/endings/later/try-refresh").body())
        .startsWith("<!doctype html>");
  }

  @Test
  default void the_mark_of_a_refusal_never_leaves_the_server() {
    for (Browser user : new Browser[] {browser(), browser().navigating()}) {
      assertThat(user.get("api/login").headers("symbolon-refusal")).isEmpty();
      assertThat(user.refresh().headers("symbolon-refusal")).isEmpty();
    }
  }
}
