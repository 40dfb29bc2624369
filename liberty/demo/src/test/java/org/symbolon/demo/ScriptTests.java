package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the script is for. */
interface ScriptTests extends ScriptSite {
  String TEN_CALLS =
      "Promise.all([...Array(10).keys()].map((i) =>"
          + " call(i % 2 ? '/api/like' : '/api/me', { method: i % 2 ? 'POST' : 'GET' })))";
  List<Object> TEN_TIMES_200 = Collections.nCopies(10, 200);

  @Test
  default void every_tab_knows_of_login_and_logout() {
    ScriptUser user = user();
    ScriptTab tab = user.tab();
    ScriptTab other = user.tab();
    assertThat(tab.id()).isNull();

    tab.js(
        "call('/api/login', { method: 'POST', body: '{\"user\":1}', headers: {"
            + " 'Content-Type': 'application/json' } })");
    assertThat(tab.id()).isEqualTo(user.cookie(Browser.ID_REFRESH)).isNotNull();
    assertThat(tab.events()).containsExactly("login", "change");
    other.page.waitForFunction("events.length === 2");
    assertThat(other.events()).containsExactly("login", "change");
    assertThat(other.id()).isEqualTo(tab.id());

    tab.forgetEvents();
    other.forgetEvents();
    assertThat(tab.post("/api/logout")).isEqualTo(204);
    assertThat(tab.events()).containsExactly("logout", "change");
    other.page.waitForFunction("events.length === 2");
    assertThat(other.events()).containsExactly("logout", "change");
    assertThat(other.id()).isNull();
    assertThat(tab.js("localStorage.length")).isEqualTo(0);
    assertThat(user.refreshes()).isZero();
  }

  @Test
  default void the_last_answers_are_stored_as_other_pages_expect_them() {
    ScriptTab tab = user().tab().login();
    String stored = (String) tab.js("localStorage['symbolon-id-refresh-token']");
    assertThat(stored).matches("[\\w-]+;\\d{13}").startsWith(tab.id() + ";");
    assertThat((String) tab.js("localStorage['symbolon-anti-csrf']")).isNotBlank();
  }

  @Test
  default void a_stranger_is_refused_without_a_refresh() {
    ScriptUser user = user();
    ScriptTab tab = user.tab();
    assertThat(tab.get("/api/me")).isEqualTo(401);
    assertThat(tab.js("session.refresh()")).isEqualTo(false);
    assertThat(user.wire()).containsExactly("GET /api/me");
    assertThat(tab.events()).isEmpty();
  }

  @Test
  default void after_the_access_token_has_expired_a_call_is_refreshed_once_and_repeated() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    String before = tab.id();
    assertThat(tab.post("/api/like")).isEqualTo(200);
    tab.page.waitForCondition(() -> user.cookie(Browser.ACCESS) == null);
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(user.wire())
        .endsWith("POST /api/like", "POST /api/like", ScriptUser.REFRESH, "POST /api/like");
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(tab.events()).containsExactly("change", "refresh 200", "repeat refresh");
    assertThat(tab.id()).isEqualTo(user.cookie(Browser.ID_REFRESH)).isNotEqualTo(before);
  }

  @Test
  default void two_tabs_with_ten_calls_each_need_one_refresh() {
    ScriptUser user = user();
    List<ScriptTab> tabs = List.of(user.tab().login(), user.tab());
    user.expire();
    user.atOnce(21, () -> tabs.forEach(tab -> tab.begin(TEN_CALLS)));
    tabs.forEach(tab -> assertThat(tab.awaited()).isEqualTo(TEN_TIMES_200));
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(user.wire()).contains("GET /api/me", "POST /api/like").hasSize(20 + 1 + 20);
  }

  @Test
  default void a_call_refused_while_another_tab_refreshed_is_repeated_without_a_refresh() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    ScriptTab other = user.tab();
    user.expire();
    List<Runnable> held = tab.hold("**/api/me", ScriptTests::ask);
    tab.begin("call('/api/me')");
    tab.page.waitForCondition(() -> !held.isEmpty());
    assertThat(other.get("/api/me")).isEqualTo(200);
    held.get(0).run();
    assertThat(tab.awaited()).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(tab.events())
        .containsSubsequence("change", "repeat changed")
        .doesNotContain("refresh 200");
    assertThat(other.events()).contains("refresh 200");
  }

  private static Runnable ask(Route route) {
    APIResponse answer = route.fetch();
    return () -> route.fulfill(new Route.FulfillOptions().setResponse(answer));
  }

  @Test
  default void a_request_is_repeated_with_its_body() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    String request =
        "new Request('/api/info', { method: 'PUT', body: '[1.10]', headers: { 'Content-Type':"
            + " 'application/json' } })";
    assertThat(tab.js("call(" + request + ")")).isEqualTo(204);
    assertThat(user.wire()).containsExactly("PUT /api/info", ScriptUser.REFRESH, "PUT /api/info");
    assertThat(tab.js("session.fetch(new URL('/api/info', location)).then((a) => a.text())"))
        .isEqualTo("[1.10]");
    assertThat(tab.js("(r => session.fetch(r).then(() => r.bodyUsed))(" + request + ")"))
        .as("as with fetch")
        .isEqualTo(true);
  }

  @Test
  default void it_can_take_the_place_of_fetch() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    tab.js("void (window.fetch = session.fetch)");
    user.expire();
    assertThat(tab.js("fetch('/api/like', { method: 'POST' }).then((a) => a.status)"))
        .isEqualTo(200);
    assertThat(user.wire()).containsExactly("POST /api/like", ScriptUser.REFRESH, "POST /api/like");
  }

  @Test
  default void it_refreshes_when_asked_to() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    String before = tab.id();
    assertThat(tab.js("session.refresh()")).isEqualTo(true);
    assertThat(tab.id()).isNotEqualTo(before);
    assertThat(tab.events()).containsExactly("change", "refresh 200");
    assertThat(tab.post("/api/like")).isEqualTo(200);
  }

  @Test
  default void a_call_without_credentials_is_none_of_its_business() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    assertThat(tab.js("call('/api/me', { credentials: 'omit' })")).isEqualTo(401);
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(tab.events()).isEmpty();
    assertThat(user.refreshes()).isZero();
  }

  @Test
  default void it_looks_again_when_the_user_comes_back_to_the_tab() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.context.clearCookies(); // as a form of another page does
    tab.js("document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(tab.events()).containsExactly("logout", "change");
  }
}
