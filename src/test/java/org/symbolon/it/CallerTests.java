package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ALL;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the container takes the caller for, and whom it lets in where it asks for somebody. */
interface CallerTests extends Site {

  @Test
  default void an_open_servlet_knows_the_user_by_every_name() {
    Browser user = browser().loggedIn("alice", "admin");
    assertAnswer(user.get("who"))
        .saysOk("principal=alice remote=alice admin=true token=true session=alice")
        .leavesTokensAlone();
    assertAnswer(user.get("caller")).saysOk("alice token=true admin=true").leavesTokensAlone();
    assertThat(browser().loggedIn("bob").get("caller").body()).endsWith("admin=false");
  }

  @Test
  default void on_an_open_path_no_session_that_counts_is_no_identity_and_no_refusal() {
    assertAnswer(browser().get("caller")).saysOk("nobody").leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    user.put(ACCESS, "a.b.c");
    assertAnswer(user.get("caller")).saysOk("nobody").leavesTokensAlone();
    user.forget(ACCESS);
    assertAnswer(user.get("caller")).saysOk("nobody").leavesTokensAlone();
  }

  @Test
  default void where_a_role_is_asked_for_the_refusals_are_those_of_secured_resources() {
    assertAnswer(browser().get("admin")).hasStatus(401).leavesTokensAlone().isNotStored();
    Browser user = browser().loggedIn("alice", "user");
    assertAnswer(user.get("admin")).hasStatus(403).leavesTokensAlone();
    user.forget(ACCESS);
    assertAnswer(user.get("admin")).hasStatus(440).leavesTokensAlone().isNotStored();
    assertAnswer(browser().loggedIn("bob", "admin").get("admin")).saysOk("hello bob");
  }

  @Test
  default void a_page_is_sent_to_the_login_or_refreshes_itself() {
    Answer login = browser().navigating().get("admin");
    assertAnswer(login).hasStatus(303).leavesTokensAlone();
    assertThat(login.header("Location")).endsWith("/safe/login.xhtml?to=%2Fsafe%2Fadmin");
    Browser user = browser().loggedIn("alice", "admin").navigating();
    user.forget(ACCESS);
    Answer refresh = user.get("admin");
    assertAnswer(refresh).hasStatus(440).leavesTokensAlone();
    assertThat(refresh.body()).contains("/safe/api/session/refresh");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, alice",
    "Sec-Fetch-Site, same-site, nobody",
    "Sec-Fetch-Site, cross-site, nobody",
    "Sec-Fetch-Site, none, nobody",
    "Origin, OWN, alice",
    "Origin, https://evil.example, nobody",
    "Origin, null, nobody",
    "X-Nothing, x, nobody",
  })
  default void a_change_without_the_token_has_an_identity_only_from_a_page_of_this_site(
      String header, String value, String caller) {
    Browser user = browser().loggedIn("alice", "admin");
    String own = "http://" + user.base().getAuthority();
    Browser page = user.twin().sending(header, value.equals("OWN") ? own : value);
    String cookies = user.cookieHeader("caller");
    assertThat(page.raw("POST", "caller", cookies, "").body()).startsWith(caller);
    assertThat(page.raw("POST", "admin", cookies, "").status())
        .isEqualTo(caller.equals("alice") ? 200 : 440);
    assertThat(page.raw("POST", "caller", cookies, user.antiCsrf).body()).startsWith("alice");
    assertThat(page.raw("GET", "caller", cookies, "").body()).startsWith("alice");
  }

  @Test
  default void the_first_use_after_a_refresh_is_one_wherever_it_happens() {
    for (String path : new String[] {"who", "admin", "api/method", "covered/report.txt"}) {
      Browser user = browser().loggedIn("alice", "admin");
      int before = promotions();
      user.refresh();
      assertAnswer(user.get(path)).hasStatus(200).renewsOnlyTheAccessToken();
      assertThat(promotions()).as(path).isEqualTo(before + 1);
      assertAnswer(user.get(path)).hasStatus(200).leavesTokensAlone();
    }
  }

  private int promotions() {
    return Integer.parseInt(browser().get("api/beans/promotions").body());
  }

  @Test
  default void secured_paths_and_secured_resources_are_what_they_are_without_the_mechanism() {
    assertAnswer(browser().get("covered/report.txt")).hasStatus(401).leavesTokensAlone();
    assertAnswer(browser().get("api/method")).hasStatus(401).leavesTokensAlone();
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("covered/report.txt")).saysOk("the report");
    assertAnswer(user.get("api/method")).saysOk("in");
    assertAnswer(user.submit("api/generic-interface-method", Map.of())).hasStatus(440);
  }

  @Test
  default void nothing_is_remembered_from_one_request_to_the_next() {
    Answer answer = browser().loggedIn("alice", "admin").get("admin");
    assertThat(answer.cookies()).isEmpty();
    assertAnswer(browser().get("caller")).saysOk("nobody");
  }

  @Test
  default void the_container_s_logout_ends_the_session() {
    Browser user = browser().loggedIn("alice");
    Browser other = user.twin();
    assertAnswer(user.post("caller/logout")).saysOk("bye null").clearsTokens();
    assertAnswer(other.refresh()).hasStatus(401).clearsTokens();
  }

  @Test
  default void a_servlet_logs_in_and_out() {
    Browser user = browser();
    assertAnswer(user.post("who?login=bob")).hasStatus(200).issuesTokens();
    assertThat(user.get("who").body()).contains("principal=bob", "session=bob");
    Answer left = user.post("who?logout=yes");
    assertAnswer(left).hasStatus(200).clearsTokens();
    assertThat(left.cookies()).hasSize(ALL.length);
  }
}
