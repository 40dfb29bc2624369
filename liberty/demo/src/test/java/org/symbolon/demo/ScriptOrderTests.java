package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that are slow, that overtake each other, or that are none of the session's. */
interface ScriptOrderTests extends ScriptSite {

  @Test
  default void on_a_slow_network_all_calls_wait_for_one_refresh() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    List<Route> held = new ArrayList<>();
    user.context.route(
        ScriptUser.REFRESH_PATH,
        route -> {
          if (held.isEmpty()) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    tab.begin(ScriptTests.TEN_CALLS);
    tab.page.waitForCondition(() -> !held.isEmpty() && user.wire().size() == 11);
    tab.js("void (window.late = call('/api/like', { method: 'POST' }))");
    tab.page.waitForCondition(() -> user.wire().size() == 12);
    held.get(0).resume();
    assertThat(tab.awaited()).isEqualTo(ScriptTests.TEN_TIMES_200);
    assertThat(tab.js("late")).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
  }

  @Test
  default void a_refusal_that_a_refresh_has_overtaken_is_repeated_without_another() {
    ScriptUser user = user();
    ScriptTab tab = user.tab().login();
    user.expire();
    List<Runnable> held = tab.hold("**/api/me", ScriptOrderTests::ask);
    tab.begin("call('/api/me')");
    tab.page.waitForCondition(() -> !held.isEmpty());
    assertThat(tab.post("/api/like")).isEqualTo(200);
    held.get(0).run();
    assertThat(tab.awaited()).isEqualTo(200);
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(tab.events()).endsWith("repeat refresh", "repeat changed");
  }

  /** Has it answered now, and the answer given to the page by what comes back. */
  static Runnable ask(Route route) {
    APIResponse answer = route.fetch();
    return () -> route.fulfill(new FulfillOptions().setResponse(answer));
  }

  @Test
  default void a_401_of_the_application_is_none_of_the_session() {
    ScriptUser user = user();
    user.context.route("**/api/admin", route -> route.fulfill(new FulfillOptions().setStatus(401)));
    ScriptTab tab = user.tab().login();
    String id = tab.id();
    assertThat(tab.get("/api/admin")).isEqualTo(401);
    assertThat(tab.id()).isEqualTo(id);
    assertThat(tab.post("/api/like")).isEqualTo(200);
    assertThat(user.refreshes()).isZero();
    assertThat(tab.events()).isEmpty();
  }

  @Test
  default void where_one_status_means_both_such_a_401_costs_refreshes_but_no_session() {
    ScriptUser user = user();
    user.context.route("**/api/admin", route -> route.fulfill(new FulfillOptions().setStatus(401)));
    ScriptTab tab = user.tab(Map.of("tryRefreshStatus", 401)).login();
    assertThat(tab.get("/api/admin")).isEqualTo(401);
    assertThat(user.refreshes()).isEqualTo(2);
    assertThat(tab.events()).doesNotContain("logout");
    assertThat(tab.post("/api/like")).isEqualTo(200);
  }
}
