package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;

/** The protocol of 2019: three cookies, and the header {@code id-refresh-token}. */
final class YesterdayScenarios {
  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "a protected call before the login",
              YesterdayScenarios::callsBeforeLogin,
              sdk -> asksFirst(sdk) ? "401, 1 refresh" : "401, no refresh"),
          Scenario.of("login", YesterdayScenarios::logsIn, "200, session"),
          Scenario.of("a protected call", YesterdayScenarios::calls, "200, no refresh"),
          new Scenario(
              "user id and payload in the page",
              YesterdayScenarios::knowsItsUser,
              sdk -> sdk.isOneOf("4.2.0") ? "–" : "both"),
          Scenario.of(
              "a protected call after expiry",
              YesterdayScenarios::callsAfterExpiry,
              "200, 1 refresh"),
          new Scenario(
              "20 calls at once after expiry",
              YesterdayScenarios::callsAtOnce,
              sdk -> "20 × 200, " + (isLate(sdk) ? "a few refreshes" : "1 refresh")),
          new Scenario(
              "two tabs, 5 calls each after expiry",
              YesterdayScenarios::callsInTwoTabs,
              sdk -> "10 × 200, " + (isLate(sdk) ? "a few refreshes" : "1 refresh")),
          Scenario.of(
              "`attemptRefreshingSession()`", YesterdayScenarios::refreshes, "true, 1 refresh"),
          new Scenario(
              "a call after expiry, when the page’s cookie `sIRTFrontend` was lost",
              YesterdayScenarios::callsWithoutMarker,
              sdk -> asksFirst(sdk) ? "200, 1 refresh" : "401, no refresh"),
          Scenario.of("logout", YesterdayScenarios::logsOut, "204, no session"),
          Scenario.of(
              "a protected call after the logout",
              YesterdayScenarios::callsAfterLogout,
              "401, no refresh"),
          Scenario.of("(a refresh whose token is copied)", YesterdayScenarios::isCopied, ""),
          Scenario.of(
              "the copy is used elsewhere", YesterdayScenarios::isStolen, "401, theft reported"),
          Scenario.of(
              "a call of the browser after that and expiry",
              YesterdayScenarios::callsAfterTheft,
              "401, 1 refresh, no session"));

  private YesterdayScenarios() {}

  /** With nothing stored in the page, these try a refresh. */
  private static boolean asksFirst(Sdk sdk) {
    return !sdk.isOneOf("4.2.0", "5.1.1");
  }

  /** Compares with what is stored when the answer arrives, not when the request left. */
  private static boolean isLate(Sdk sdk) {
    return sdk.by().equals("axios") && !sdk.isOneOf("15.0.0");
  }

  private static String callsBeforeLogin(Visitor visitor) {
    int status = visitor.tab().get("me");
    assertThat(visitor.user().answered("id-refresh-token")).isNull();
    return status + ", " + visitor.refreshes();
  }

  private static String logsIn(Visitor visitor) {
    int status = visitor.tab().login();
    SdkUser user = visitor.user();
    assertThat(user.answered("id-refresh-token"))
        .startsWith(user.pageCookie(SdkUser.MARKER) + ";")
        .startsWith(user.apiCookie(Browser.ID_REFRESH) + ";");
    assertThat(antiCsrf(visitor)).isEqualTo(user.answered("anti-csrf")).isNotNull();
    return status + ", " + visitor.session();
  }

  private static String calls(Visitor visitor) {
    assertThat(visitor.tab().login()).isEqualTo(200); // the others may have taken long
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.tab().post("like")).isEqualTo(200);
    assertThat(visitor.user().asked("anti-csrf")).isEqualTo(antiCsrf(visitor));
    return status + ", " + visitor.refreshes();
  }

  private static String knowsItsUser(Visitor visitor) {
    if (visitor.tab().js("sdk.userId === undefined").equals(true)) {
      return "–";
    }
    assertThat(visitor.tab().js("sdk.userId()")).isEqualTo("Zoë 😀");
    assertThat(visitor.tab().js("sdk.payload()")).asString().contains("city=Łódź");
    return "both";
  }

  private static String callsAfterExpiry(Visitor visitor) {
    String marker = visitor.user().pageCookie(SdkUser.MARKER);
    String antiCsrf = antiCsrf(visitor);
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.user().wire())
        .containsExactly("GET /api/me 401", "POST /api/session/refresh 200", "GET /api/me 200");
    assertThat(visitor.user().pageCookie(SdkUser.MARKER)).isNotNull().isNotEqualTo(marker);
    assertThat(antiCsrf(visitor)).isNotNull().isNotEqualTo(antiCsrf);
    return status + ", " + visitor.refreshes();
  }

  private static String callsAtOnce(Visitor visitor) {
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    visitor.tab().begin(20);
    assertThat(visitor.tab().statuses()).isEqualTo(Collections.nCopies(20, 200));
    return "20 × 200, " + fewRefreshes(visitor);
  }

  private static String callsInTwoTabs(Visitor visitor) {
    SdkTab other = visitor.user().tab(visitor.sdk());
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    List<SdkTab> tabs = List.of(visitor.tab(), other);
    tabs.forEach(tab -> tab.begin(5));
    tabs.forEach(tab -> assertThat(tab.statuses()).isEqualTo(Collections.nCopies(5, 200)));
    other.page.close();
    return "10 × 200, " + fewRefreshes(visitor);
  }

  private static String fewRefreshes(Visitor visitor) {
    boolean few = isLate(visitor.sdk()) && visitor.user().refreshes() < 10;
    return few ? "a few refreshes" : visitor.refreshes();
  }

  private static String refreshes(Visitor visitor) {
    visitor.user().forgetWire();
    return visitor.tab().refresh() + ", " + visitor.refreshes();
  }

  private static String callsWithoutMarker(Visitor visitor) {
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().dropPageCookie(SdkUser.MARKER);
    visitor.user().forgetWire();
    return visitor.tab().get("me") + ", " + visitor.refreshes();
  }

  private static String logsOut(Visitor visitor) {
    assertThat(visitor.tab().login()).isEqualTo(200);
    int status = visitor.tab().post("logout");
    assertThat(visitor.user().answered("id-refresh-token")).isEqualTo("remove");
    assertThat(antiCsrf(visitor)).isNull();
    assertThat(visitor.user().pageCookie(SdkUser.MARKER)).isIn(null, "remove");
    return status + ", " + visitor.session();
  }

  private static String callsAfterLogout(Visitor visitor) {
    visitor.user().forgetWire();
    return visitor.tab().get("me") + ", " + visitor.refreshes();
  }

  private static String isCopied(Visitor visitor) {
    assertThat(visitor.tab().login()).isEqualTo(200);
    visitor.user().thief = Thief.of(visitor);
    return "";
  }

  private static String isStolen(Visitor visitor) {
    HttpResponse<String> answer = visitor.user().thief.refresh(visitor);
    assertThat(answer.headers().firstValue("id-refresh-token")).contains("remove");
    DemoIT.assertCleared(answer);
    return answer.statusCode() + ", theft reported";
  }

  private static String callsAfterTheft(Visitor visitor) {
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.user().pageCookie(SdkUser.MARKER)).isIn(null, "remove");
    return status + ", " + visitor.refreshes() + ", " + visitor.session();
  }

  /** What the page keeps of it. */
  private static String antiCsrf(Visitor visitor) {
    return visitor.sdk().isOneOf("4.2.0")
        ? (String) visitor.tab().js("localStorage.getItem('anti-csrf-localstorage')")
        : visitor.user().pageCookie("sAntiCsrf");
  }
}
