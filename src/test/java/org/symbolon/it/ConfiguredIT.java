package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything configured otherwise, in an application that lists its classes. */
@ExtendWith(ArquillianExtension.class)
class ConfiguredIT implements Site {
  private static final String RENEW = "api/renew";

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("configured.war")
        .with(ListedApplication.class, LoginResource.class, SessionResource.class)
        .config("symbolon.refresh-token.path", "/configured/api/renew")
        .config("symbolon.cookie.refresh-path", "/outside/renew")
        .config("symbolon.cookie.domain", "example.test")
        .config("symbolon.cookie.secure", "false")
        .config("symbolon.cookie.same-site", "strict")
        .config("symbolon.access-token.path", "/configured")
        .config("symbolon.access-token.validity", "PT3S")
        .config("symbolon.http.try-refresh-status", "401")
        .config("symbolon.http.unauthorised-status", "419")
        .config("symbolon.theft-reaction", "user")
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void an_application_that_lists_its_classes_is_protected() {
    assertAnswer(browser().get("api/login")).hasStatus(419).leavesTokensAlone();
    assertAnswer(browser().loggedIn("alice").get("api/login")).saysOk("alice");
  }

  @Test
  void cookies_have_the_configured_attributes() {
    Answer answer = browser().post("api/login?user=alice");
    String date = "; Expires=" + CookieTests.DATE;
    assertThat(answer.cookie(ACCESS).line())
        .matches(
            "sAccessToken=[^;]+; Domain=example.test; Path=/configured"
                + date
                + "; HttpOnly; SameSite=Strict");
    assertThat(answer.cookie(REFRESH).line())
        .matches(
            "sRefreshToken=[^;]+; Domain=example.test; Path=/outside/renew"
                + date
                + "; HttpOnly; SameSite=Strict");
    assertThat(answer.cookie(ID_REFRESH).line())
        .matches(
            "sIdRefreshToken=[^;]+; Domain=example.test; Path=/configured"
                + date
                + "; SameSite=Strict");
  }

  @Test
  void cookies_are_removed_with_the_configured_attributes() {
    assertThat(browser().loggedIn("alice").call("DELETE", "api/login").headers("Set-Cookie"))
        .hasSize(3)
        .allMatch(line -> line.contains("; Domain=example.test; Path=/"))
        .anyMatch(line -> line.contains("; Path=/outside/renew; "));
  }

  @Test
  void the_refresh_is_at_the_configured_path_and_nowhere_else() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(renew(user)).hasStatus(200).issuesTokens();
    assertAnswer(browser().get(RENEW)).hasStatus(405);
    assertAnswer(user.refresh()).hasStatus(404).leavesTokensAlone();
  }

  @Test
  void the_statuses_are_the_configured_ones() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(browser().post(RENEW)).hasStatus(419).leavesTokensAlone();
    user.forget(ACCESS);
    assertAnswer(user.get("api/login")).hasStatus(401).leavesTokensAlone();
  }

  @Test
  void an_expired_access_token_is_try_refresh_and_a_refresh_helps() throws Exception {
    Browser user = browser().loggedIn("alice");
    String cookies = user.cookieHeader("api/login");
    assertThat(cookies).contains(ACCESS);
    Thread.sleep(4100);
    assertThat(user.cookieHeader("api/login")).contains(ID_REFRESH).doesNotContain(ACCESS);
    assertAnswer(user.raw("GET", "api/login", cookies, "")).hasStatus(401).leavesTokensAlone();
    assertAnswer(user.get("api/login")).hasStatus(401).leavesTokensAlone();
    Answer renewed = renew(user);
    assertAnswer(renewed).issuesTokens();
    String fresh = ID_REFRESH + "=x; " + ACCESS + "=" + renewed.cookie(ACCESS).value();
    assertAnswer(user.raw("GET", "api/login", fresh, "")).saysOk("alice");
  }

  @Test
  void the_refreshing_page_uses_the_path_that_the_browser_sees() {
    Browser user = browser().navigating();
    Answer answer = user.raw("GET", "api/login", ID_REFRESH + "=x; " + ACCESS + "=a.b.c", "");
    assertAnswer(answer).hasStatus(401).leavesTokensAlone();
    assertThat(answer.body()).contains("fetch(\"/outside/renew\"", "status === 419");
  }

  @Test
  void theft_ends_all_sessions_of_the_user_if_so_configured() {
    Browser owner = browser().loggedIn("robbed");
    Browser phone = browser().loggedIn("robbed");
    Browser thief = owner.twin();
    for (int i = 0; i < 2; i++) {
      Answer renewed = renew(owner);
      owner.put(REFRESH, renewed.cookie(REFRESH).value());
      String fresh = ID_REFRESH + "=x; " + ACCESS + "=" + renewed.cookie(ACCESS).value();
      assertAnswer(owner.raw("GET", "api/login", fresh, "")).saysOk("robbed");
    }
    assertAnswer(renew(thief)).hasStatus(419).clearsTokens();
    assertAnswer(renew(phone)).hasStatus(419).clearsTokens();
    assertAnswer(browser().get("api/session-data/count?user=robbed")).saysOk("0");
  }

  /** As a proxy would pass it on: the browser's path is another. */
  private static Answer renew(Browser user) {
    String cookies = REFRESH + "=" + user.cookie(REFRESH) + "; " + ID_REFRESH + "=x";
    return user.raw("POST", RENEW, cookies, "");
  }
}
