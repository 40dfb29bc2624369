package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;

/** The protocol since 2022: {@code st-auth-mode}, and the header {@code front-token}. */
final class TodayScenarios {
  static final List<Scenario> ALL =
      List.of(
          Scenario.of("the first call ever", TodayScenarios::callsFirst, "401, 1 refresh"),
          Scenario.of("the next one", TodayScenarios::callsUnknown, "401, no refresh"),
          Scenario.of("login", TodayScenarios::logsIn, "200, session"),
          Scenario.of("a protected call", TodayScenarios::calls, "200, no refresh"),
          Scenario.of("user id and payload in the page", TodayScenarios::knowsItsUser, "both"),
          Scenario.of(
              "a protected call after expiry", TodayScenarios::callsAfterExpiry, "200, 1 refresh"),
          Scenario.of(
              "20 calls at once after expiry", TodayScenarios::callsAtOnce, "20 × 200, 1 refresh"),
          Scenario.of(
              "two tabs, 5 calls each after expiry",
              TodayScenarios::callsInTwoTabs,
              "10 × 200, 1 refresh"),
          Scenario.of("`attemptRefreshingSession()`", TodayScenarios::refreshes, "true, 1 refresh"),
          Scenario.of(
              "the server changes the payload",
              TodayScenarios::changesPayload,
              "page knows it, no refresh"),
          Scenario.of(
              "a claim validator objects", TodayScenarios::failsClaim, "403, event, session"),
          Scenario.of("`signOut()`", TodayScenarios::signsOut, "200, no session"),
          Scenario.of(
              "a protected call after that", TodayScenarios::callsAfterSignOut, "401, no refresh"),
          Scenario.of("(a refresh whose token is copied)", TodayScenarios::isCopied, ""),
          Scenario.of(
              "the copy is used elsewhere", TodayScenarios::isStolen, "401, theft reported"),
          Scenario.of(
              "a call of the browser after that and expiry",
              TodayScenarios::callsAfterTheft,
              "401, 1 refresh, no session"));

  private TodayScenarios() {}

  private static String callsFirst(Visitor visitor) {
    int status = visitor.tab().get("me");
    assertThat(visitor.user().wire()).startsWith("POST /api/session/refresh 401");
    return status + ", " + visitor.refreshes();
  }

  private static String callsUnknown(Visitor visitor) {
    visitor.user().forgetWire();
    return visitor.tab().get("me") + ", " + visitor.refreshes();
  }

  private static String logsIn(Visitor visitor) {
    int status = visitor.tab().login();
    SdkUser user = visitor.user();
    boolean header = visitor.sdk().keepsTokensItself();
    assertThat(user.answered("front-token")).isNotNull();
    assertThat(user.apiCookie(Browser.ACCESS) == null).isEqualTo(header);
    assertThat(user.apiCookie(Browser.REFRESH) == null).isEqualTo(header);
    assertThat(user.apiCookie(Browser.ID_REFRESH)).isNull();
    assertThat(user.answered("id-refresh-token")).isNull();
    assertThat(user.pageCookie("st-refresh-token") == null).isNotEqualTo(header);
    assertThat(user.pageCookie("sAntiCsrf") == null).isEqualTo(header);
    assertThat(visitor.tab().heard()).contains("SESSION_CREATED");
    return status + ", " + visitor.session();
  }

  private static String calls(Visitor visitor) {
    assertThat(visitor.tab().login()).isEqualTo(200); // the others may have taken long
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.tab().post("like")).isEqualTo(200);
    return status + ", " + visitor.refreshes();
  }

  private static String knowsItsUser(Visitor visitor) {
    assertThat(visitor.tab().js("sdk.userId()")).isEqualTo("Zoë 😀");
    assertThat(visitor.tab().js("sdk.payload()")).asString().contains("city=Łódź");
    return "both";
  }

  private static String callsAfterExpiry(Visitor visitor) {
    String frontToken = visitor.user().pageCookie(SdkUser.FRONT_TOKEN);
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.user().wire())
        .containsExactly("GET /api/me 401", "POST /api/session/refresh 200", "GET /api/me 200");
    assertThat(visitor.user().pageCookie(SdkUser.FRONT_TOKEN)).isNotEqualTo(frontToken);
    assertThat(visitor.tab().heard()).contains("REFRESH_SESSION");
    return status + ", " + visitor.refreshes();
  }

  private static String callsAtOnce(Visitor visitor) {
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    visitor.tab().begin(20);
    assertThat(visitor.tab().statuses()).isEqualTo(Collections.nCopies(20, 200));
    return "20 × 200, " + visitor.refreshes();
  }

  private static String callsInTwoTabs(Visitor visitor) {
    SdkTab other = visitor.user().tab(visitor.sdk());
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    List<SdkTab> tabs = List.of(visitor.tab(), other);
    tabs.forEach(tab -> tab.begin(5));
    tabs.forEach(tab -> assertThat(tab.statuses()).isEqualTo(Collections.nCopies(5, 200)));
    other.page.close();
    return "10 × 200, " + visitor.refreshes();
  }

  private static String refreshes(Visitor visitor) {
    visitor.user().forgetWire();
    return visitor.tab().refresh() + ", " + visitor.refreshes();
  }

  private static String changesPayload(Visitor visitor) {
    assertThat(visitor.tab().refresh()).isTrue();
    visitor.user().forgetWire();
    assertThat(visitor.tab().put("payload", "{\"city\":\"東京\"}")).isEqualTo(204);
    assertThat(visitor.tab().js("sdk.payload()")).asString().contains("city=東京");
    assertThat(visitor.tab().heard()).contains("ACCESS_TOKEN_PAYLOAD_UPDATED");
    return "page knows it, " + visitor.refreshes();
  }

  private static String failsClaim(Visitor visitor) {
    assertThat(visitor.tab().refresh()).isTrue();
    assertThat(visitor.tab().put("payload", "{\"hold\":\"unpaid\"}")).isEqualTo(204);
    int status = visitor.tab().get("me");
    assertThat(visitor.tab().js("heard.find((event) => event.claimValidationErrors)"))
        .asString()
        .contains("action=API_INVALID_CLAIM", "id=not-on-hold", "reason=unpaid");
    String session = visitor.session();
    assertThat(visitor.tab().put("payload", "{}")).isEqualTo(204);
    assertThat(visitor.tab().get("me")).isEqualTo(200);
    return status + ", event, " + session;
  }

  private static String signsOut(Visitor visitor) {
    assertThat(visitor.tab().refresh()).isTrue();
    visitor.user().forgetWire();
    visitor.tab().js("sdk.signOut()");
    assertThat(visitor.user().wire()).containsExactly("POST /api/signout 200");
    assertThat(visitor.user().answered("front-token")).isEqualTo("remove");
    assertThat(visitor.user().apiCookie(Browser.REFRESH)).isNull();
    assertThat(visitor.user().pageCookie("st-refresh-token")).isNull();
    assertThat(visitor.tab().heard()).contains("SIGN_OUT");
    return "200, " + visitor.session();
  }

  private static String callsAfterSignOut(Visitor visitor) {
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
    assertThat(answer.headers().firstValue("front-token")).contains("remove");
    return answer.statusCode() + ", theft reported";
  }

  private static String callsAfterTheft(Visitor visitor) {
    visitor.user().awaitExpiry(visitor.tab());
    visitor.user().forgetWire();
    int status = visitor.tab().get("me");
    assertThat(visitor.tab().heard()).contains("UNAUTHORISED");
    assertThat(visitor.user().apiCookie(Browser.REFRESH)).isNull();
    return status + ", " + visitor.refreshes() + ", " + visitor.session();
  }
}
