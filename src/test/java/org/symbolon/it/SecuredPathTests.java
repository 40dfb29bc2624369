package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Static files, servlets and JAX-RS on secured paths, by the rules of {@code @Secured}. */
interface SecuredPathTests extends Site {

  @ParameterizedTest
  @ValueSource(strings = {"files/report.txt", "who", "who/", "who/x", "api/method/open", "account"})
  default void without_a_session_it_is_401_and_clears(String path) {
    assertAnswer(browser().get(path)).hasStatus(401).leavesTokensAlone().isNotStored();
  }

  @ParameterizedTest
  @ValueSource(strings = {"files/report.txt", "who", "api/method/open"})
  default void an_access_token_that_is_missing_or_wrong_is_440_and_clears_nothing(String path) {
    Browser user = browser().loggedIn("alice");
    user.put(ACCESS, "a.b.c");
    assertAnswer(user.get(path)).hasStatus(440).leavesTokensAlone().isNotStored();
  }

  @Test
  default void with_a_session_all_of_them_answer() {
    Browser user = browser().loggedIn("alice", "admin");
    assertAnswer(user.get("files/report.txt")).saysOk("the report").leavesTokensAlone();
    assertAnswer(user.get("api/method/open")).saysOk("in").leavesTokensAlone();
    assertAnswer(user.get("api/method")).saysOk("in").leavesTokensAlone();
    assertAnswer(user.get("who"))
        .saysOk("principal=alice remote=alice admin=true token=true session=alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "files/public/leaflet.txt",
        "files/public/leaflet.txt;jsessionid=1",
        "rules.txt",
        "login.html",
        "login.html;jsessionid=1",
        "open/who",
        "rest/open/a..b",
        "rest/open/..hidden",
        "rest/open/.well-known/x",
        "rest/open/YS4uYg==",
        "rest/open/x;v=1..2",
        "rest/open/hello%20world",
        "rest/open/100%25",
        "rest/open/gr%C3%B6%C3%9Fe",
        "rest/admin/public/a..b",
        "download/rules.txt",
        "download/files/public/leaflet.txt",
      })
  default void what_is_not_secured_is_open(String path) {
    assertAnswer(browser().get(path)).hasStatus(200).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"download/files/secret.txt", "download/files//secret.txt"})
  default void a_file_is_secured_below_another_servlet_as_well(String path) {
    assertAnswer(browser().get(path)).hasStatus(401);
  }

  @Test
  default void a_dot_segment_is_refused_to_everybody() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("rest/admin/..;/x")).hasStatus(400).leavesTokensAlone();
    assertAnswer(user.get("rest/open/..%5cx")).hasStatus(400).leavesTokensAlone();
  }

  @Test
  default void the_files_of_a_session_are_for_no_cache_that_is_shared() {
    Browser user = browser().loggedIn("alice");
    for (String path : new String[] {"files/report.txt", "api/method/open", "api/method"}) {
      assertThat(user.get(path).headers("Cache-Control")).as(path).containsExactly("private");
    }
  }

  @Test
  default void refresh_sign_out_and_metadata_answer_those_who_have_no_session() {
    assertAnswer(browser().refresh()).hasStatus(401).leavesTokensAlone();
    assertAnswer(browser().get("api/session/jwks.json")).hasStatus(404);
    assertAnswer(browser().loggedIn("alice").post("api/signout")).saysOk("{\"status\":\"OK\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/session/refresh",
    "HEAD, api/session/refresh",
    "PUT, api/session/refresh",
    "DELETE, api/session/refresh",
    "OPTIONS, api/session/refresh",
    "GET, api/signout",
    "PUT, api/signout",
    "OPTIONS, api/signout",
    "POST, api/session/jwks.json",
    "PUT, api/session/jwks.json",
    "DELETE, api/session/.well-known/openid-configuration",
    "POST, api/session/refresh/",
    "POST, api/session//refresh",
    "POST, api/session/refresh;v=1",
    "GET, api/session/jwks.json/",
  })
  default void own_paths_are_open_for_what_the_library_answers_only(String method, String path) {
    assertAnswer(browser().sending("st-auth-mode", "header").call(method, path)).hasStatus(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, api/session/jwks.json, 404",
    "HEAD, api/session/jwks.json, 404",
    "OPTIONS, api/session/jwks.json, 204",
    "GET, api/session/.well-known/openid-configuration, 404",
  })
  default void the_public_keys_are_open_for_all_that_reads(String method, String path, int status) {
    assertAnswer(browser().call(method, path)).hasStatus(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files/report.txt", "who", "api/method/open", "api/method"})
  default void the_first_use_after_a_refresh_renews_the_access_token_once(String path) {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.refresh()).issuesTokens();
    assertAnswer(user.get(path)).hasStatus(200).renewsOnlyTheAccessToken();
    assertAnswer(user.get(path)).hasStatus(200).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"files/page.html", "who?a=b", "api/method/open"})
  default void a_page_without_a_session_is_sent_to_the_login(String path) {
    Answer answer = browser().navigating().get(path);
    assertAnswer(answer).hasStatus(303).leavesTokensAlone();
    assertThat(answer.header("Location")).contains("/paths/login.html?to=%2Fpaths%2F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"files/page.html", "who", "api/method/open"})
  default void a_page_whose_access_token_has_expired_refreshes_itself(String path) {
    Browser user = browser().loggedIn("alice").navigating();
    user.forget(ACCESS);
    Answer answer = user.get(path);
    assertAnswer(answer).hasStatus(440).leavesTokensAlone().isNotStored();
    assertThat(answer.body()).contains("/paths/api/session/refresh");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  default void clients_since_2022_are_told_in_their_words() {
    Answer answer = browser().sending("st-auth-mode", "header").get("files/report.txt");
    assertAnswer(answer).hasStatus(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"unauthorised\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"who", "api/method/open"})
  default void a_change_needs_the_anti_csrf_token(String path) {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.raw("POST", path, user.cookieHeader(path), ""))
        .hasStatus(440)
        .leavesTokensAlone();
    assertThat(user.post(path).status()).isIn(200, 405);
  }

  @Test
  default void a_form_of_a_page_of_this_site_needs_no_token_but_at_secured_resources() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.submit("who", Map.of("a", "b"))).hasStatus(200);
    assertAnswer(user.submit("api/generic-interface-method", Map.of())).hasStatus(440);
  }

  @Test
  default void a_servlet_logs_in_and_out_and_the_last_word_counts() {
    Browser user = browser();
    assertAnswer(user.post("open/who?login=bob")).hasStatus(200).issuesTokens();
    assertAnswer(user.get("who")).hasStatus(200);
    assertAnswer(user.post("open/who?login=carol&logout=yes")).hasStatus(200).clearsTokens();
    assertAnswer(browser().post("open/who?login=carol&logout=yes"))
        .hasStatus(200)
        .leavesTokensAlone();
    assertAnswer(user.get("who")).hasStatus(401);
  }

  @Test
  default void the_application_s_own_cookies_stay() {
    Answer answer = browser().post("open/who?theme=dark&login=bob");
    assertAnswer(answer).hasStatus(200).issuesTokens();
    assertThat(answer.cookie("theme").value()).isEqualTo("dark");
    assertThat(answer.cookie("language").value()).isEqualTo("dark");
  }

  @Test
  default void a_login_after_the_first_use_of_new_tokens_brings_each_token_once() {
    Browser user = browser().loggedIn("alice");
    user.refresh();
    assertAnswer(user.post("who?login=bob")).hasStatus(200).issuesTokens();
    assertThat(user.get("who").body()).contains("session=bob");
  }

  @Test
  default void pages_of_other_origins_can_read_the_refusal() {
    Answer answer = browser().sending("Origin", OriginTests.ALLOWED).get("files/report.txt");
    assertAnswer(answer).hasStatus(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(OriginTests.ALLOWED);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
  }

  @Test
  default void a_preflight_needs_no_session_at_jax_rs_and_opens_nothing_else() {
    Browser script =
        browser()
            .sending("Origin", OriginTests.ALLOWED)
            .sending("Access-Control-Request-Method", "POST");
    assertAnswer(script.call("OPTIONS", "api/method/open")).hasStatus(204);
    assertAnswer(script.call("OPTIONS", "who")).hasStatus(401);
    Browser foreign =
        browser()
            .sending("Origin", "https://evil.example")
            .sending("Access-Control-Request-Method", "POST");
    assertAnswer(foreign.call("OPTIONS", "api/method/open")).hasStatus(401);
  }
}
