package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One browser profile, and a page that changes; or cookies that were left over. */
interface SdkChangeTests {
  Sdk TODAY = new Sdk("website-20.1.6", "cookie", "fetch");

  /** A new one. */
  Visitor visitor(Sdk sdk);

  @ParameterizedTest
  @ValueSource(strings = {"website-4.2.0", "website-5.1.1", "website-10.1.0", "website-15.0.0"})
  default void a_session_of_yesterday_goes_on_today_without_a_login(String bundle) {
    Visitor before = visitor(new Sdk(bundle, null, "fetch"));
    assertThat(before.tab().login()).isEqualTo(200);
    assertThat(before.tab().refresh()).isTrue();
    String handle = before.handle();
    before.tab().page.close();

    Visitor after = before.with(TODAY);
    SdkUser user = after.user();
    user.forgetWire();
    assertThat(after.tab().exists()).isTrue();
    assertThat(after.handle()).isEqualTo(handle);
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(user.apiCookie(Browser.ID_REFRESH)).isNull();
    assertThat(after.tab().post("like")).isEqualTo(200);

    if (bundle.equals("website-4.2.0")) { // once will do: it takes seconds
      user.awaitExpiry(after.tab());
      user.forgetWire();
      assertThat(after.tab().get("me")).isEqualTo(200);
      assertThat(user.refreshes()).isEqualTo(1);
    }
    after.tab().js("sdk.signOut()");
    assertThat(after.tab().exists()).isFalse();
    user.close();
  }

  @ParameterizedTest
  @CsvSource({"header, cookie", "cookie, header"})
  default void a_session_survives_the_change_of_the_mode(String earlier, String later) {
    Visitor before = visitor(new Sdk("website-20.1.6", earlier, "fetch"));
    assertThat(before.tab().login()).isEqualTo(200);
    String handle = before.handle();
    before.tab().page.close();

    Visitor after = before.with(new Sdk("website-20.1.6", later, "fetch"));
    assertThat(after.tab().exists()).isTrue();
    assertThat(after.tab().refresh()).isTrue();
    assertThat(after.handle()).isEqualTo(handle);
    after.tab().js("sdk.signOut()");
    assertThat(after.tab().exists()).isFalse();
    after.user().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"website-4.2.0", "website-15.0.0", "website-20.1.6"})
  default void cookies_of_an_older_domain_are_no_theft_and_are_removed(String bundle)
      throws IOException {
    boolean today = bundle.equals(TODAY.bundle());
    Visitor visitor = visitor(today ? TODAY : new Sdk(bundle, null, "fetch"));
    SdkUser user = visitor.user();
    assertThat(visitor.tab().login()).isEqualTo(200);
    String handle = visitor.handle();
    List<Cookie> left = user.apiCookies();
    assertThat(visitor.tab().refresh()).isTrue();
    assertThat(visitor.handle()).isEqualTo(handle);
    left.forEach(cookie -> user.add(cookie, ".example.test"));
    assertThat(user.apiCookies()).hasSizeGreaterThanOrEqualTo(2 * left.size());

    assertThat(visitor.tab().refresh()).isTrue();
    assertThat(visitor.handle()).isEqualTo(handle);
    assertThat(user.apiCookies())
        .hasSameSizeAs(left)
        .noneMatch(c -> c.domain.equals(".example.test"));
    assertThat(visitor.server().log()).doesNotContain("TheftDetected[handle=" + handle);
    user.close();
  }

  @Test
  default void a_login_in_the_other_mode_takes_the_tokens_of_the_first_away() {
    Visitor first = visitor(TODAY);
    assertThat(first.tab().login()).isEqualTo(200);
    first.tab().page.close();

    Visitor second = first.with(new Sdk("website-20.1.6", "header", "fetch"));
    assertThat(second.tab().login()).isEqualTo(200);
    assertThat(second.user().apiCookie(Browser.ACCESS)).isNull();
    assertThat(second.user().apiCookie(Browser.REFRESH)).isNull();
    assertThat(second.user().pageCookie("st-refresh-token")).isNotNull();
    assertThat(second.tab().get("me")).isEqualTo(200);
    second.user().close();
  }

  /** Seen once as a log-out, with both; their vendor was told of it in 2020. */
  @ParameterizedTest
  @ValueSource(strings = {"website-4.2.0", "website-15.0.0"})
  default void a_late_401_to_a_call_from_before_the_login_keeps_the_new_session(String bundle) {
    Visitor visitor = visitor(new Sdk(bundle, null, "fetch"));
    SdkTab tab = visitor.tab();
    List<Runnable> held = new ArrayList<>();
    tab.page.route(
        "**/api/me",
        route -> {
          if (held.isEmpty()) {
            held.add(ask(route));
          } else {
            route.resume();
          }
        });
    tab.begin(1);
    tab.page.waitForCondition(() -> !held.isEmpty());
    assertThat(tab.login()).isEqualTo(200);
    String id = visitor.user().apiCookie(Browser.ID_REFRESH);
    assertThat(id).isNotNull();
    held.get(0).run();
    // these compare what they have stored, see that there is a session now, and repeat the call
    assertThat(tab.statuses()).containsExactly(200);
    assertThat(visitor.user().apiCookie(Browser.ID_REFRESH)).isEqualTo(id);
    assertThat(tab.exists()).isTrue();
    assertThat(tab.get("me")).isEqualTo(200);
    visitor.user().close();
  }

  /**
   * Has it answered now, and the answer given to the page by what comes back. Only the browser
   * knows the API's name, so it is asked for by another.
   */
  private static Runnable ask(Route route) {
    URI url = URI.create(route.request().url());
    Map<String, String> headers = new HashMap<>(route.request().allHeaders());
    headers.put("host", url.getAuthority());
    APIResponse answer =
        route.fetch(
            new Route.FetchOptions()
                .setUrl(URI.create(DemoServer.URL).resolve(url.getRawPath()).toString())
                .setHeaders(headers));
    assertThat(answer.status()).isEqualTo(401);
    return () -> route.fulfill(new Route.FulfillOptions().setResponse(answer));
  }
}
