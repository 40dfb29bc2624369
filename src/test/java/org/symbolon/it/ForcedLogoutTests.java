package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Browsers obey each deletion: none goes to those who presented nothing, or to a page that may not
 * use the session. Here no other origin may.
 */
interface ForcedLogoutTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "GET, api/login",
    "POST, api/session/refresh",
    "POST, api/signout",
    "DELETE, api/login/leftovers",
    "GET, api/session-data/required",
    "GET, api/optional",
    "POST, api/endings/unauthorised?user=alice",
  })
  default void who_presents_nothing_loses_nothing(String method, String path) {
    for (String mode : new String[] {"", "cookie", "header"}) {
      Browser nobody = browser().sending("Accept", "text/html");
      if (!mode.isEmpty()) {
        nobody.sending("st-auth-mode", mode).sending("rid", "session");
      }
      Answer answer = nobody.call(method, path);
      assertAnswer(answer).leavesTokensAlone();
      assertThat(answer.headers("st-access-token")).isEmpty();
      assertThat(Server.current().standing(answer, "front-token")).isEmpty();
    }
  }

  /** A sandboxed frame has the origin {@code null}. */
  @ParameterizedTest
  @CsvSource({
    "cross-site, ''",
    "cross-site, https://evil.example",
    "cross-site, null",
    "same-site, https://sibling.example.com",
    "same-site, null",
    "none of these, ''",
    "'', https://evil.example",
    "'', null",
    "'', http://",
  })
  default void a_foreign_page_s_request_takes_nothing_away(String site, String origin) {
    Browser user = gone("put-out");
    Browser foreign = user.twin();
    if (!site.isEmpty()) {
      foreign.sending("Sec-Fetch-Site", site);
    }
    if (!origin.isEmpty()) {
      foreign.sending("Origin", origin);
    }
    assertAnswer(foreign.get("api/login")).hasStatus(401).leavesTokensAlone();
    assertAnswer(foreign.get("api/optional")).hasStatus(200).leavesTokensAlone();
    foreign.put(REFRESH, "garbage");
    Answer refresh = foreign.refresh();
    assertThat(refresh.status()).isIn(401, 403);
    assertAnswer(refresh).leavesTokensAlone();
    assertAnswer(foreign.call("DELETE", "api/login/leftovers")).hasStatus(204).leavesTokensAlone();
    assertAnswer(user.get("api/login")).hasStatus(401).clearsTokens();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none",
    "Sec-Fetch-Site, same-site",
    "Origin, http://HOST",
    "Origin, https://HOST:8443",
    "X-Nothing, x",
  })
  default void a_page_of_this_site_is_told_that_its_session_is_gone(String header, String value) {
    Browser user = gone("told");
    String host = user.base().getHost();
    assertAnswer(user.sending(header, value.replace("HOST", host)).get("api/login"))
        .hasStatus(401)
        .clearsTokens();
  }

  /** Its browser says where the page is, its proxy under which name. */
  @Test
  default void a_proxy_may_show_this_site_under_another_name() {
    Browser user = gone("proxied").sending("Origin", "https://www.example.com");
    assertAnswer(user.twin().get("api/login")).hasStatus(401).leavesTokensAlone();
    assertAnswer(user.sending("X-Forwarded-Host", "www.example.com:443").get("api/login"))
        .hasStatus(401)
        .clearsTokens();
  }

  /** What the application ends is ended for the browser as well, whoever asked for it. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-origin"})
  default void a_logout_of_the_application_s_own_clears_what_it_has_ended(String site) {
    Browser user = browser().loggedIn("alice").sending("Sec-Fetch-Site", site);
    assertAnswer(user.call("DELETE", "api/login/leftovers")).hasStatus(204).clearsTokens();
  }

  /** A page's own call: it does not say of which generation it is. */
  @Test
  default void a_refresh_that_does_not_say_its_mode_keeps_today_s_session() {
    Browser today = browser().sending("st-auth-mode", "cookie").sending("rid", "anti-csrf");
    today.post("api/login?user=alice");
    Answer answer =
        browser().raw("POST", "api/session/refresh", today.cookieHeader("api/session/refresh"), "");
    assertAnswer(answer).hasStatus(401).leavesTokensAlone();
    assertThat(today.refresh().status()).isEqualTo(200);
  }

  private Browser gone(String name) {
    Browser user = browser().loggedIn(name);
    user.refresh();
    assertAnswer(browser().post("api/session-data/end?user=" + name)).hasStatus(200);
    return user;
  }
}
