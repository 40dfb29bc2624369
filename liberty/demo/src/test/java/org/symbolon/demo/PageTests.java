package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole page of the application's, asked for by a real browser. */
interface PageTests extends ScriptSite {
  String PATH = "api/page?of=alice#part";
  String CALL = "GET /api/page";
  String PAGES = "**/api/page?*";

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "no-locks.test"})
  default void after_the_access_token_has_expired_the_page_is_shown_after_one_refresh(String host) {
    String origin = "http://" + host + ":" + DemoServer.PORT + "/";
    ScriptUser user = user(origin);
    ScriptTab tab = user.tab().login();
    user.expire();
    Page page = user.context.newPage();
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    open(page, origin);

    greets(page);
    assertThat(page.url()).isEqualTo(origin + PATH);
    assertThat(user.wire()).containsExactly(CALL, ScriptUser.REFRESH, CALL);
    assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
    assertThat((String) tab.js("localStorage['symbolon-id-refresh-token']"))
        .startsWith(user.cookie(Browser.ID_REFRESH) + ";");
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  @Test
  default void two_tabs_need_one_refresh() {
    ScriptUser user = user();
    user.tab().login();
    user.expire();
    Page page = user.context.newPage();
    List<Route> held = new ArrayList<>();
    page.route(ScriptUser.REFRESH_PATH, held::add);
    open(page, DemoServer.URL);
    page.waitForCondition(() -> !held.isEmpty());
    Page other = user.context.newPage();
    open(other, DemoServer.URL);
    other.waitForFunction("async () => (await navigator.locks.query()).pending.length === 1");

    held.get(0).resume();
    greets(page);
    greets(other);
    assertThat(user.wire()).containsExactly(CALL, ScriptUser.REFRESH, CALL, CALL, CALL);
  }

  @Test
  default void a_call_of_the_script_and_a_page_need_one_refresh() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    List<Runnable> held = tab.hold(ScriptUser.REFRESH_PATH, route -> route::resume);
    tab.begin("call('/api/me')");
    tab.page.waitForCondition(() -> !held.isEmpty());
    Page page = user.context.newPage();
    open(page, DemoServer.URL);
    page.waitForFunction("async () => (await navigator.locks.query()).pending.length === 1");

    held.get(0).run();
    greets(page);
    assertThat(tab.awaited()).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  @Test
  default void without_a_session_the_login_page_is_shown() {
    ScriptUser user = user();
    Page page = user.context.newPage();
    open(page, DemoServer.URL);
    page.waitForURL(DemoServer.URL + "#part");
    assertThat(user.refreshes()).isZero();
  }

  @Test
  default void with_a_session_that_was_ended_elsewhere_the_login_page_is_shown() throws Exception {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    Browser elsewhere = new Browser();
    elsewhere.login("{\"user\":\"alice\"}");
    assertThat(elsewhere.post("api/logout-all").statusCode()).isEqualTo(204);
    Page page = user.context.newPage();
    open(page, DemoServer.URL);

    page.waitForURL(DemoServer.URL + "#part");
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(user.cookie(Browser.ID_REFRESH)).isNull();
    assertThat(tab.js("localStorage.length")).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 502, 404, 0})
  default void if_the_refresh_has_no_answer_the_page_says_so_and_offers_another_try(int status) {
    ScriptUser user = user();
    user.tab().login();
    user.expire();
    Page page = user.context.newPage();
    page.route(ScriptUser.REFRESH_PATH, route -> refuse(route, status));
    open(page, DemoServer.URL);

    page.waitForSelector("text=cannot be renewed at the moment");
    assertThat(user.wire()).containsExactly(CALL, ScriptUser.REFRESH);
    page.unroute(ScriptUser.REFRESH_PATH);
    page.click("text=Try again");
    greets(page);
    assertThat(page.url()).isEqualTo(DemoServer.URL + PATH);
  }

  @Test
  default void a_page_that_is_refused_again_and_again_stops() {
    ScriptUser user = user();
    user.tab().login();
    user.expire();
    Page page = user.context.newPage();
    page.route(PAGES, route -> ScriptUser.deliver(route, user.askWithoutAccessToken(route)));
    open(page, DemoServer.URL);

    page.waitForSelector("text=this page does not accept it");
    assertThat(Collections.frequency(user.wire(), CALL)).isEqualTo(4);
    assertThat(user.refreshes()).isEqualTo(3);
    page.unroute(PAGES);
    page.click("text=Try again");
    greets(page);
  }

  /** Without waiting for a load event, which the page's own reload may come before. */
  private static void open(Page page, String origin) {
    page.navigate(origin + PATH, new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
  }

  private static void greets(Page page) {
    page.waitForSelector("h1:has-text('Hello, alice')");
  }

  private static void refuse(Route route, int status) {
    if (status == 0) {
      route.abort();
    } else {
      route.fulfill(new Route.FulfillOptions().setStatus(status));
    }
  }
}
