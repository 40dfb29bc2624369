package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody goes on as somebody else: logins of other sites, cookies of sibling domains. */
interface TossedCookieTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "cross-site, navigate, 403",
    "cross-site, no-cors, 403",
    "same-site, navigate, 200",
    "same-origin, cors, 200",
    "none, navigate, 200",
  })
  default void a_page_of_another_site_logs_nobody_in(String site, String mode, int status) {
    Browser victim = browser().loggedIn("victim");
    Browser page = victim.twin().sending("Sec-Fetch-Site", site).sending("Sec-Fetch-Mode", mode);
    page.sending("Origin", "https://evil.example");
    Answer answer = page.post("api/login?user=attacker");
    assertAnswer(answer).hasStatus(status);
    if (status == 403) {
      assertAnswer(answer).leavesTokensAlone();
      assertAnswer(victim.get("api/login")).saysOk("victim");
      assertAnswer(victim.refresh()).issuesTokens();
    } else {
      assertAnswer(answer).issuesTokens();
    }
  }

  /** As browsers order them, either may come first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  default void of_access_tokens_of_several_users_none_is_taken(boolean first) {
    Browser victim = browser().loggedIn("victim");
    Browser attacker = browser().loggedIn("attacker");
    String cookies =
        ID_REFRESH + "=x; " + pair(ACCESS, first ? attacker : victim, first ? victim : attacker);
    assertAnswer(browser().raw("GET", "api/login", cookies, "")).hasStatus(403).leavesTokensAlone();
    assertAnswer(browser().raw("GET", "api/optional", cookies, ""))
        .hasStatus(403)
        .leavesTokensAlone();
    assertAnswer(victim.get("api/login")).saysOk("victim");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  default void of_refresh_tokens_of_several_users_none_is_taken(boolean first) {
    Browser victim = browser().loggedIn("victim");
    Browser attacker = browser().loggedIn("attacker");
    String cookies =
        ID_REFRESH + "=x; " + pair(REFRESH, first ? attacker : victim, first ? victim : attacker);
    assertAnswer(browser().raw("POST", "api/session/refresh", cookies, ""))
        .hasStatus(403)
        .leavesTokensAlone();
    assertAnswer(victim.refresh()).issuesTokens();
    assertAnswer(attacker.refresh()).issuesTokens();
  }

  /** So that the user's own may be the one that is not read. */
  @Test
  default void of_more_cookies_than_are_read_none_is_taken_and_none_goes() {
    Browser victim = browser().loggedIn("victim");
    Browser attacker = browser().loggedIn("attacker");
    StringBuilder access = new StringBuilder(ID_REFRESH + "=x");
    StringBuilder refresh = new StringBuilder(ID_REFRESH + "=x");
    for (int i = 0; i < 4; i++) {
      Browser again = i == 0 ? attacker : browser().loggedIn("attacker");
      access.append("; ").append(ACCESS).append('=').append(again.cookie(ACCESS));
      refresh.append("; ").append(REFRESH).append("=rubbish").append(i);
    }
    access.append("; ").append(ACCESS).append('=').append(victim.cookie(ACCESS));
    refresh.append("; ").append(REFRESH).append('=').append(victim.cookie(REFRESH));
    for (String path : new String[] {"api/login", "api/optional"}) {
      Answer answer = browser().raw("GET", path, access.toString(), "");
      assertAnswer(answer).hasStatus(403).leavesTokensAlone();
    }
    for (String mode : new String[] {"", "cookie"}) {
      Browser client = browser().sending("rid", "session");
      if (!mode.isEmpty()) {
        client.sending("st-auth-mode", mode);
      }
      Answer answer = client.raw("POST", "api/session/refresh", refresh.toString(), "");
      assertAnswer(answer).hasStatus(403).leavesTokensAlone();
    }
    // a log-out that cannot tell whose session it ends must not say that it has
    Answer out = browser().raw("DELETE", "api/login/leftovers", access.toString(), "");
    assertAnswer(out).hasStatus(403).leavesTokensAlone();
    assertAnswer(victim.get("api/login")).saysOk("victim");
    assertAnswer(victim.refresh()).issuesTokens();
  }

  /** The user's is among them, wherever it stands. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  default void a_login_or_a_logout_ends_every_session_that_came_with_it(boolean first) {
    for (String deed : new String[] {"DELETE api/login/leftovers", "POST api/login?user=bob"}) {
      Browser victim = browser().loggedIn("victim");
      Browser attacker = browser().loggedIn("attacker");
      String cookies =
          ID_REFRESH + "=x; " + pair(ACCESS, first ? attacker : victim, first ? victim : attacker);
      int space = deed.indexOf(' ');
      Answer answer =
          browser().raw(deed.substring(0, space), deed.substring(space + 1), cookies, "");
      assertThat(answer.status()).isLessThan(300);
      assertAnswer(victim.refresh()).hasStatus(401);
      assertAnswer(attacker.refresh()).hasStatus(401);
    }
  }

  /** Gateways send some with every call. */
  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "6f7a", "AdyVn", "%00"})
  default void a_bearer_token_that_is_not_ours_does_not_hide_the_cookies_at_the_refresh(
      String token) {
    Browser yesterday = browser().loggedIn("alice").sending("Authorization", "Bearer " + token);
    assertAnswer(yesterday.refresh()).issuesTokens();
    assertAnswer(yesterday.get("api/login")).saysOk("alice");
    Browser today = browser().sending("st-auth-mode", "cookie").sending("rid", "session");
    today.post("api/login?user=alice");
    today.sending("Authorization", "Bearer " + token);
    Answer answer = today.refresh();
    assertAnswer(answer).hasStatus(200);
    assertThat(answer.headers("st-access-token")).isEmpty();
    assertThat(answer.cookie(REFRESH).isRemoval()).isFalse();
    assertAnswer(today.get("api/login")).saysOk("alice");
  }

  @Test
  default void a_bearer_token_that_is_not_ours_takes_nothing_away() {
    for (String mode : new String[] {"", "header", "cookie"}) {
      Browser client = browser().sending("Authorization", "Bearer opaque");
      if (!mode.isEmpty()) {
        client.sending("st-auth-mode", mode);
      }
      for (String path : new String[] {"api/session/refresh", "api/login", "api/signout"}) {
        Answer answer = client.call(path.equals("api/login") ? "GET" : "POST", path);
        assertAnswer(answer).hasStatus(401).leavesTokensAlone();
        assertThat(answer.headers("st-access-token")).isEmpty();
        assertThat(answer.headers("front-token")).isEmpty();
      }
    }
  }

  private static String pair(String name, Browser one, Browser other) {
    return name + "=" + one.cookie(name) + "; " + name + "=" + other.cookie(name);
  }
}
