package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages that are no secure context, and APIs that are elsewhere. */
interface ScriptOriginTests extends ScriptSite {
  String WWW = "http://www.symbolon.test:" + DemoServer.PORT + "/";

  @Test
  default void without_web_locks_a_tab_refreshes_once() {
    ScriptUser user = user(WWW);
    ScriptTab tab = user.tab().login();
    assertThat(tab.js("navigator.locks === undefined")).isEqualTo(true);
    user.expire();
    assertThat(tab.js(ScriptTests.TEN_CALLS)).isEqualTo(ScriptTests.TEN_TIMES_200);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  @Test
  default void without_web_locks_two_tabs_are_no_thieves() {
    ScriptUser user = user(WWW);
    List<ScriptTab> tabs = List.of(user.tab().login(), user.tab());
    user.expire();
    user.atOnce(22, () -> tabs.forEach(tab -> tab.begin(ScriptTests.TEN_CALLS)));
    tabs.forEach(tab -> assertThat(tab.awaited()).isEqualTo(ScriptTests.TEN_TIMES_200));
    assertThat(user.refreshes()).isBetween(2, 4);
  }

  @Test
  default void the_anti_csrf_token_goes_to_the_own_origin() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    List<Request> sent = new ArrayList<>();
    tab.page.onRequest(sent::add);
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(sent.get(0).headers())
        .containsEntry("anti-csrf", (String) tab.js("localStorage['symbolon-anti-csrf']"));
  }

  @Test
  default void other_origins_get_nothing_and_decide_nothing() throws Exception {
    try (CorsProxy elsewhere = new CorsProxy()) {
      ScriptUser user = user(WWW);
      ScriptTab tab = user.tab().login();
      String url = "http://api.symbolon.test:" + elsewhere.port() + "/api/";
      assertThat(tab.get(url + "me")).isEqualTo(401);
      assertThat(tab.get(url + "public")).isEqualTo(200);
      assertThat(elsewhere.received).containsExactly("GET /api/me", "GET /api/public");
      assertThat(tab.get("/api/me")).as("the session here").isEqualTo(200);

      user.context.route(
          url + "me",
          route ->
              route.fulfill(
                  new FulfillOptions()
                      .setStatus(440)
                      .setHeaders(
                          Map.of(
                              "Access-Control-Allow-Origin",
                              "*",
                              "Access-Control-Expose-Headers",
                              "id-refresh-token, anti-csrf",
                              "anti-csrf",
                              "theirs",
                              "id-refresh-token",
                              "remove"))));
      assertThat(tab.get(url + "me")).isEqualTo(440);
      assertThat(user.refreshes()).isZero();
      assertThat(tab.events()).isEmpty();
      assertThat(tab.post("/api/like")).isEqualTo(200);
      assertThat(user.refreshes()).isZero();
    }
  }

  @Test
  default void an_api_at_another_origin_keeps_its_session_by_the_headers() throws Exception {
    try (CorsProxy elsewhere = new CorsProxy()) {
      String api = "http://api.symbolon.test:" + elsewhere.port();
      ScriptUser user = user(WWW);
      Map<String, Object> options =
          Map.of("refreshPath", api + "/api/session/refresh", "origins", List.of(api));
      ScriptTab tab = user.tab(options);
      ScriptTab other = user.tab(options);
      assertThat(tab.get(api + "/api/me")).isEqualTo(401);
      assertThat(
              tab.js(
                  "call('"
                      + api
                      + "/api/login', { method: 'POST', body: '{\"user\":1}',"
                      + " headers: { 'Content-Type': 'application/json' } })"))
          .isEqualTo(200);
      assertThat(tab.id()).isEqualTo(user.cookie(Browser.ID_REFRESH));
      other.page.waitForFunction("session.id !== undefined");

      user.expire();
      assertThat(other.post(api + "/api/like")).isEqualTo(200);
      assertThat(other.events()).endsWith("refresh 200", "repeat refresh");
      assertThat(elsewhere.received).contains("POST /api/like Cookie anti-csrf");
      assertThat(user.refreshes()).isEqualTo(1);
      assertThat(other.post(api + "/api/logout")).isEqualTo(204);
      tab.page.waitForFunction("session.id === undefined");
      assertThat(tab.events()).endsWith("logout", "change");
    }
  }

  @Test
  default void a_session_at_another_origin_ends_also_without_a_header() throws Exception {
    try (CorsProxy elsewhere = new CorsProxy()) {
      String api = "http://api.symbolon.test:" + elsewhere.port();
      ScriptUser user = user(WWW);
      ScriptTab tab = user.tab(Map.of("refreshPath", api + "/api/session/refresh"));
      tab.js("localStorage['symbolon-id-refresh-token'] = 'id;9999999999999'");
      assertThat(tab.id()).isEqualTo("id");
      user.context.route(
          ScriptUser.REFRESH_PATH,
          route ->
              route.fulfill(
                  new FulfillOptions()
                      .setStatus(401)
                      .setHeaders(
                          Map.of(
                              "Access-Control-Allow-Origin",
                              WWW.replaceAll("/$", ""),
                              "Access-Control-Allow-Credentials",
                              "true"))));
      assertThat(tab.js("session.refresh()")).isEqualTo(false);
      assertThat(tab.events()).endsWith("refresh 401").contains("logout");
      assertThat(tab.id()).isNull();
    }
  }
}
