package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In which ways the answer to a request that had no tokens, or not those of this generation, could
 * log a user out. To the browser, {@code 127.0.0.1} is another site than {@code localhost}.
 */
interface ForcedLogoutTests extends ScriptSite {
  String ELSEWHERE = "http://127.0.0.1:" + DemoServer.PORT + "/symbolon.js";

  /** {@code SameSite=Lax} keeps the cookies from the request, not from what the answer does. */
  @ParameterizedTest
  @ValueSource(strings = {"like", "logout", "signout", "session/refresh"})
  default void a_form_of_another_site_logs_nobody_out(String path) {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    List<String> before = kept(user);
    Page foreign = user.context.newPage();
    foreign.navigate(ELSEWHERE);
    Response answer =
        foreign.waitForResponse(
            "**/api/" + path,
            () ->
                foreign.evaluate(
                    """
                    (action) => {
                      const form = document.createElement("form");
                      Object.assign(form, { method: "POST", action });
                      document.body.append(form);
                      form.submit();
                    }
                    """,
                    DemoServer.URL + "api/" + path));
    foreign.waitForLoadState();
    assertThat(answer.status()).isIn(401, 403);
    assertThat(answer.request().allHeaders())
        .doesNotContainKey("cookie")
        .containsEntry("sec-fetch-site", "cross-site");
    goesOn(user, tab, before);
  }

  @Test
  default void with_strict_cookies_a_link_from_another_site_logs_nobody_out() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.context.addCookies(
        user.context.cookies().stream()
            .map(
                cookie ->
                    new Cookie(cookie.name, cookie.value)
                        .setDomain(cookie.domain)
                        .setPath(cookie.path)
                        .setExpires(cookie.expires)
                        .setHttpOnly(cookie.httpOnly)
                        .setSecure(cookie.secure)
                        .setSameSite(SameSiteAttribute.STRICT))
            .toList());
    aLinkFromAnotherSiteIsAStranger(user, tab);
  }

  /** Follows one in another tab; to the server it comes without cookies. */
  static void aLinkFromAnotherSiteIsAStranger(ScriptUser user, ScriptTab tab) {
    List<String> before = kept(user);
    assertThat(before).hasSize(2);
    Page foreign = user.context.newPage();
    foreign.navigate(ELSEWHERE);
    Response answer =
        foreign.waitForResponse(
            "**/api/me",
            () ->
                foreign.evaluate(
                    """
                    (href) => {
                      const link = Object.assign(document.createElement("a"), { href });
                      document.body.append(link);
                      link.click();
                    }
                    """,
                    DemoServer.URL + "api/me"));
    foreign.waitForLoadState();
    assertThat(answer.status()).as("sent to the login page, as a stranger").isEqualTo(303);
    assertThat(answer.request().allHeaders())
        .doesNotContainKey("cookie")
        .containsEntry("sec-fetch-site", "cross-site");
    assertThat(answer.allHeaders()).doesNotContainKeys("set-cookie", "id-refresh-token");
    goesOn(user, tab, before);
  }

  @Test
  default void a_refresh_that_does_not_say_its_mode_keeps_the_session_of_today_s_client() {
    ScriptUser user = user();
    ScriptTab tab = user.tab();
    assertThat(
            tab.js(
                """
                fetch("/api/login", {
                  method: "POST",
                  headers: { "Content-Type": "application/json", "st-auth-mode": "cookie", rid: "x" },
                  body: '{"user":"alice"}',
                }).then(({ status }) => status)
                """))
        .isEqualTo(200);
    List<String> before = kept(user);
    assertThat(before).hasSize(1);
    assertThat(fetched(tab, "/api/session/refresh", "{ method: 'POST' }")).isEqualTo(401);
    assertThat(kept(user)).isEqualTo(before);
    assertThat(
            fetched(
                tab,
                "/api/session/refresh",
                "{ method: 'POST', headers: { 'st-auth-mode': 'cookie', rid: 'session' } }"))
        .isEqualTo(200);
  }

  @Test
  default void a_late_401_to_a_call_from_before_the_login_keeps_the_new_session() {
    ScriptUser user = user();
    ScriptTab tab = user.tab();
    List<Runnable> held = tab.hold("**/api/me", ScriptOrderTests::ask);
    tab.begin("fetch('/api/me').then(({ status }) => status)");
    tab.page.waitForCondition(() -> !held.isEmpty());
    tab.login();
    List<String> before = kept(user);
    assertThat(before).hasSize(2);
    held.get(0).run();
    assertThat(tab.awaited()).isEqualTo(401);
    goesOn(user, tab, before);
  }

  private static void goesOn(ScriptUser user, ScriptTab tab, List<String> before) {
    assertThat(kept(user)).isEqualTo(before);
    assertThat(tab.get("/api/me")).isEqualTo(200);
    assertThat(tab.id()).isNotNull();
  }

  private static Object fetched(ScriptTab tab, String path, String options) {
    return tab.js("fetch('" + path + "', " + options + ").then(({ status }) => status)");
  }

  /** The tokens that the browser has, but for the one that ends within seconds. */
  private static List<String> kept(ScriptUser user) {
    return Stream.of(Browser.REFRESH, Browser.ID_REFRESH)
        .map(user::cookie)
        .filter(value -> value != null)
        .toList();
  }
}
