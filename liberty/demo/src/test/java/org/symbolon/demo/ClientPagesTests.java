package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's pages with client libraries of others. */
interface ClientPagesTests {

  /** A tab, whose faults are looked at afterwards. */
  Theatre tab();

  @ParameterizedTest
  @CsvSource({
    "yesterday.html, yesterday, sIRTFrontend, id-refresh-token",
    "today.html, today-cookie, sFrontToken, front-token",
    "today.html?header, today-header, st-refresh-token, st-access-token",
  })
  default void a_page_refreshes_once_for_twenty_calls(
      String path, String name, String cookie, String header) {
    Theatre tab = tab();
    tab.page.navigate(DemoServer.URL);
    tab.page.navigate(DemoServer.URL + path);
    tab.await("#state:text-is('No session')");
    tab.press("Log in");
    tab.await("#state:text-is('Session')");
    tab.press("Who am I?");
    tab.await("#answer:has-text('GET me 200')");
    tab.press("Drop the access token");
    tab.await("#answer:has-text('is gone')");

    int before = tab.refreshes();
    tab.press("20 calls at once");
    tab.await("#answer pre:text-is('20 × 200')");
    assertThat(tab.refreshes() - before).isEqualTo(1);
    assertThat(tab.text("#kept")).contains(cookie);
    assertThat(tab.text("#wire")).contains(header);
    tab.shoot(name);
    tab.width(360);
    assertThat(tab.overflow()).isNotPositive();

    tab.press("Log out");
    tab.await("#state:text-is('No session')");
    assertThat(tab.text("#kept")).doesNotContain(cookie);
  }

  @Test
  default void who_comes_from_yesterday_is_logged_in_today() {
    Theatre tab = tab();
    tab.page.navigate(DemoServer.URL + "yesterday.html");
    tab.press("Log in");
    tab.await("#state:text-is('Session')");
    tab.page.click(".pages >> text=Today’s client");
    tab.await("#modes");
    tab.await("#state:text-is('Session')");
    tab.press("Who am I?");
    tab.await("#answer:has-text('alice')");
  }

  @Test
  default void without_npm_the_page_says_so() {
    Theatre tab = tab();
    tab.page.route("**/sdk/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    tab.page.navigate(DemoServer.URL + "today.html");
    tab.await("#missing:visible");
    assertThat(tab.text("#missing")).contains("no npm");
    assertThat(tab.page.locator("#house").isVisible()).isFalse();
    tab.shoot("no-npm");
  }
}
