package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.RouteOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks and servers that fail, and applications that do strange things. */
interface ScriptTroubleTests extends ScriptSite {

  @Test
  default void a_lost_answer_of_a_refresh_costs_one_more_refresh() throws Exception {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    String id = tab.id();
    user.expire();
    user.context.route(
        ScriptUser.REFRESH_PATH,
        route -> {
          assertThat(user.refreshAside(route).statusCode()).isEqualTo(200);
          route.abort();
        },
        new RouteOptions().setTimes(1));
    assertThat(tab.get("/api/me")).isEqualTo(440);
    assertThat(tab.events()).containsExactly("refresh 0");
    assertThat(tab.id()).isEqualTo(id);
    assertThat(tab.get("/api/me")).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(2);
  }

  @Test
  default void a_late_answer_of_a_refresh_is_no_theft() {
    // without Web Locks: with them no other tab refreshes meanwhile
    ScriptUser user = user("http://www.symbolon.test:" + DemoServer.PORT + "/");
    ScriptTab slow = user.tab().login();
    ScriptTab quick = user.tab();
    user.expire();
    List<Runnable> held =
        slow.hold(
            ScriptUser.REFRESH_PATH,
            route -> {
              HttpResponse<String> answer = user.refreshAside(route);
              return () -> ScriptUser.deliver(route, answer);
            });
    slow.begin("call('/api/like', { method: 'POST' })");
    slow.page.waitForCondition(() -> !held.isEmpty());
    String oldId = slow.id();
    assertThat(quick.post("/api/like")).isEqualTo(200);
    assertThat(quick.id()).as("the other tab's answer has come").isNotEqualTo(oldId);
    held.get(0).run();
    assertThat(slow.awaited()).isEqualTo(200);
    user.expire();
    assertThat(quick.post("/api/like")).isEqualTo(200);
    assertThat(slow.post("/api/like")).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  @Test
  default void a_server_in_trouble_ends_no_session() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    String id = tab.id();
    user.expire();
    user.context.route(
        ScriptUser.REFRESH_PATH, route -> route.fulfill(new FulfillOptions().setStatus(503)));
    assertThat(tab.get("/api/me")).isEqualTo(440);
    assertThat(tab.js("session.refresh()")).as("there is still a session").isEqualTo(true);
    assertThat(tab.events()).containsExactly("refresh 503", "refresh 503");
    user.context.unroute(ScriptUser.REFRESH_PATH);
    assertThat(tab.id()).isEqualTo(id);
    assertThat(tab.get("/api/me")).isEqualTo(200);
  }

  @Test
  default void a_device_that_is_offline_keeps_its_session() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    user.context.setOffline(true);
    assertThat(tab.js("call('/api/me').catch((e) => e.name)")).isEqualTo("TypeError");
    assertThat(tab.js("session.refresh()")).isEqualTo(true);
    user.context.setOffline(false);
    assertThat(tab.get("/api/me")).isEqualTo(200);
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  default void a_session_that_was_ended_elsewhere_is_a_logout() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    String copy = user.cookie(Browser.REFRESH);
    assertThat(copy).isNotNull();
    endElsewhere(user, tab);
    assertThat(tab.get("/api/me")).as("the refused answer").isEqualTo(440);
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(tab.events()).containsExactly("logout", "change", "refresh 401");
    assertThat(tab.id()).isNull();
    assertThat(tab.get("/api/me")).isEqualTo(401);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  /** By another device with the same session, so to speak. */
  private static void endElsewhere(ScriptUser user, ScriptTab tab) {
    user.context.route(
        "**/api/logout",
        route -> {
          assertThat(route.fetch().status()).isEqualTo(204);
          route.abort();
        });
    var cookies = user.context.cookies();
    var storage = tab.js("({ ...localStorage })");
    tab.js(
        "fetch('/api/logout', { method: 'POST', headers: {"
            + " 'anti-csrf': localStorage['symbolon-anti-csrf'] } }).catch(() => {})");
    user.context.addCookies(cookies);
    tab.page.evaluate("(storage) => Object.assign(localStorage, storage)", storage);
    user.expire();
    tab.forgetEvents();
  }

  @Test
  default void a_call_that_is_always_refused_is_not_repeated_for_ever() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    user.context.route("**/api/me", route -> route.fulfill(new FulfillOptions().setStatus(440)));
    assertThat(tab.get("/api/me")).isEqualTo(440);
    assertThat(user.wire())
        .containsExactly(
            "GET /api/me", ScriptUser.REFRESH, "GET /api/me", ScriptUser.REFRESH, "GET /api/me");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  default void one_status_may_mean_both() {
    ScriptUser user = user();
    user.context.route("**/api/me", ScriptTroubleTests::say401);
    ScriptTab tab = user.tab(Map.of("tryRefreshStatus", 401)).login();
    user.expire();
    assertThat(tab.get("/api/me")).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);

    endElsewhere(user, tab);
    assertThat(tab.get("/api/me")).isEqualTo(401);
    assertThat(tab.get("/api/me")).isEqualTo(401);
    assertThat(user.wire()).containsExactly("GET /api/me", ScriptUser.REFRESH, "GET /api/me");
    assertThat(tab.events()).containsExactly("logout", "change", "refresh 401");
  }

  private static void say401(Route route) {
    var answer = route.fetch();
    FulfillOptions options = new FulfillOptions().setResponse(answer);
    route.fulfill(answer.status() == 440 ? options.setStatus(401) : options);
  }

  @Test
  default void an_aborted_call_ends_at_once_and_its_refresh_goes_on() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    List<Route> held = new ArrayList<>();
    user.context.route(ScriptUser.REFRESH_PATH, held::add);
    tab.js("window.controller = new AbortController()");
    tab.begin("call('/api/me', { signal: controller.signal }).catch((e) => e.name)");
    tab.page.waitForCondition(() -> !held.isEmpty());
    tab.js("controller.abort()");
    assertThat(tab.awaited()).isEqualTo("AbortError");
    held.get(0).resume();
    tab.page.waitForFunction("events.includes('refresh 200')");
    assertThat(tab.get("/api/me")).isEqualTo(200);
    assertThat(user.wire()).containsExactly("GET /api/me", ScriptUser.REFRESH, "GET /api/me");
  }

  @Test
  default void a_stream_is_not_repeated_but_refreshed_for() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    user.context.route("**/api/info", route -> route.fulfill(new FulfillOptions().setStatus(440)));
    assertThat(
            tab.js(
                "call('/api/info', { method: 'PUT', duplex: 'half', body: new Blob(['1']).stream() })"))
        .isEqualTo(440);
    assertThat(user.wire()).containsExactly("PUT /api/info", ScriptUser.REFRESH);
  }

  @Test
  default void what_another_tab_stores_after_its_cookie_is_waited_for() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    // as if another tab had logged in, and its storage arrived 10 ms after this tab has the lock
    tab.js(
        """
        () => {
          const stored = { ...localStorage };
          localStorage["symbolon-anti-csrf"] = "old";
          localStorage["symbolon-id-refresh-token"] = "old;9999999999999";
          const request = navigator.locks.request.bind(navigator.locks);
          navigator.locks.request = (name, action) =>
            request(name, () => {
              setTimeout(() => Object.assign(localStorage, stored), 10);
              return action();
            });
        }
        """);
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(tab.events()).containsExactly("repeat changed");
    assertThat(user.refreshes()).isZero();
  }
}
