package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failure becomes which answer, and what happens to the tokens. */
interface StatusTests extends Site {

  @Test
  default void no_session_is_401_and_clears_nothing() {
    assertAnswer(browser().get("api/login")).hasStatus(401).leavesTokensAlone();
  }

  @Test
  default void an_access_token_alone_is_the_session_of_a_client_since_2022() {
    Browser user = browser().loggedIn("alice");
    Answer answer = browser().raw("GET", "api/login", ACCESS + "=" + user.cookie(ACCESS), "");
    assertAnswer(answer).saysOk("alice").leavesTokensAlone();
  }

  @Test
  default void a_missing_access_token_is_440_and_clears_nothing() {
    Browser user = browser().loggedIn("alice");
    user.forget(ACCESS);
    Answer answer = user.get("api/login");
    assertAnswer(answer).hasStatus(440).leavesTokensAlone().isNotStored();
    assertThat(answer.body()).isEqualTo("Please call the refresh token endpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "..", ".", "a.b", "eyJ9.e30.", "%00", "\u00e9.x.y"})
  default void garbage_for_an_access_token_is_440_and_clears_nothing(String garbage) {
    Browser user = browser().loggedIn("alice");
    user.put(ACCESS, garbage);
    assertAnswer(user.get("api/login")).hasStatus(440).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "None", "HS512", "foreign key", "changed payload", "no signature"})
  default void a_forged_access_token_is_440_and_clears_nothing(String forgery) {
    Browser user = browser().loggedIn("alice");
    user.put(ACCESS, Forgery.of(user.cookie(ACCESS), forgery));
    assertAnswer(user.get("api/login")).hasStatus(440).leavesTokensAlone();
  }

  @Test
  default void what_cannot_be_stored_is_400_with_the_rule() {
    Answer answer = browser().post("api/login?user=" + "x".repeat(129));
    assertAnswer(answer).hasStatus(400).leavesTokensAlone();
    assertThat(answer.body()).contains("at most 128 characters");
  }

  @Test
  default void a_payload_too_large_for_a_cookie_is_400_and_creates_nothing() {
    Answer answer = browser().post("api/login?user=large&groups=" + "x".repeat(3000));
    assertAnswer(answer).hasStatus(400).leavesTokensAlone();
    assertThat(answer.body()).contains("4096");
    assertAnswer(browser().get("api/session-data/count?user=large")).saysOk("0");
  }

  @Test
  default void a_resource_that_needs_a_session_is_401_where_it_is_not_secured() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/session-data/required")).hasStatus(401).leavesTokensAlone();
    assertAnswer(user.get("api/login")).saysOk("alice");
  }

  @Test
  default void after_logout_is_401() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.call("DELETE", "api/login")).hasStatus(204).clearsTokens();
    assertAnswer(user.get("api/login")).hasStatus(401).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwks.json", ".well-known/openid-configuration"})
  default void with_hs256_there_are_no_public_keys(String file) {
    assertAnswer(browser().get("api/session/" + file)).hasStatus(404).leavesTokensAlone();
  }
}
