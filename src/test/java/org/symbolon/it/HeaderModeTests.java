package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;

/** Clients since 2022, with {@code st-auth-mode: header}. */
interface HeaderModeTests extends Site {

  /**
   * What such a client keeps.
   *
   * @param access for calls
   * @param refresh for the refresh alone
   */
  record Held(String access, String refresh) {
    static Held of(Answer answer) {
      return new Held(answer.header("st-access-token"), answer.header("st-refresh-token"));
    }
  }

  private Browser client() {
    return browser().sending("st-auth-mode", "header").sending("rid", "anti-csrf");
  }

  private Browser with(String token) {
    return client().sending("Authorization", "Bearer " + token);
  }

  private Held login() {
    Answer answer = client().post("api/login?user=alice&groups=a");
    assertThat(answer.status()).isEqualTo(200);
    return Held.of(answer);
  }

  @Test
  default void a_login_answers_with_headers_and_no_cookies() {
    Answer answer = client().post("api/login?user=alice&groups=a");
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.headers("anti-csrf")).isEmpty();
    assertAnswer(answer)
        .exposes("st-access-token", "st-refresh-token", "front-token")
        .isNotStored();
    assertThat(FrontTokens.of(answer).getString("uid")).isEqualTo("alice");
    Held held = Held.of(answer);
    assertAnswer(with(held.access()).get("api/login")).saysOk("alice").leavesTokensAlone();
    // a header is never sent by itself, so no anti-CSRF token is asked for
    assertAnswer(with(held.access()).post("api/payment/invoice")).saysOk("an invoice");
  }

  @Test
  default void whoever_says_nothing_but_sends_a_bearer_token_is_answered_in_headers() {
    Held held = login();
    Browser curl = browser().sending("Authorization", "bearer " + held.access());
    assertAnswer(curl.get("api/login")).saysOk("alice");
    Answer refused = browser().sending("Authorization", "Bearer " + stale(held)).get("api/login");
    assertThat(refused.body()).isEqualTo("{\"message\":\"try refresh token\"}");
    Answer renewed = browser().sending("Authorization", "Bearer " + held.refresh()).refresh();
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.cookies()).isEmpty();
    assertThat(Held.of(renewed).refresh()).isNotEqualTo(held.refresh());
  }

  @Test
  default void a_refresh_and_the_first_use_answer_in_headers() {
    Held held = login();
    Answer refreshed = with(held.refresh()).refresh();
    assertThat(refreshed.status()).isEqualTo(200);
    Held next = Held.of(refreshed);
    Answer first = with(next.access()).get("api/login");
    assertAnswer(first).saysOk("alice").exposes("st-access-token", "front-token");
    assertThat(first.headers("st-refresh-token")).isEmpty();
    assertThat(first.cookies()).isEmpty();
    assertAnswer(with(first.header("st-access-token")).get("api/login"))
        .saysOk("alice")
        .leavesTokensAlone();
  }

  /** As in an app's web view, where the page is of no site of ours. */
  @Test
  default void tokens_in_headers_are_nobody_else_s_wherever_the_page_is_from() {
    Browser app =
        client().sending("Sec-Fetch-Site", "cross-site").sending("Sec-Fetch-Mode", "cors");
    app.sending("Origin", "capacitor://localhost");
    Answer login = app.post("api/login?user=alice");
    assertThat(login.status()).isEqualTo(200);
    app.sending("Authorization", "Bearer " + Held.of(login).refresh());
    assertThat(app.refresh().status()).isEqualTo(200);
  }

  @Test
  default void a_bearer_token_of_somebody_s_own_does_not_open_the_refresh_to_foreign_pages() {
    Browser user = browser().loggedIn("alice");
    Browser page =
        user.twin().sending("Sec-Fetch-Site", "same-site").sending("Authorization", "Bearer x");
    page.sending("Origin", "https://sibling.example");
    assertAnswer(page.refresh()).leavesTokensAlone().hasStatus(401);
    assertAnswer(user.refresh()).issuesTokens();
  }

  @Test
  default void theft_and_sign_out_clear_both_modes() {
    Held held = login();
    CookieModeTests.isCleared(with(held.access()).post("api/signout"));
    CookieModeTests.isCleared(with(held.refresh()).refresh());

    Held stolen = login();
    Held owners = stolen;
    for (int i = 0; i < 2; i++) {
      owners = Held.of(with(owners.refresh()).refresh());
      assertThat(with(owners.access()).get("api/login").status()).isEqualTo(200);
    }
    Answer answer = with(stolen.refresh()).refresh();
    assertThat(answer.status()).isEqualTo(401);
    CookieModeTests.isCleared(answer);
    assertThat(with(owners.refresh()).refresh().status()).isEqualTo(401);
  }

  @Test
  default void a_bearer_token_of_the_application_s_own_is_none_of_ours() {
    Browser user = browser().loggedIn("alice");
    String foreign = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWxsb3J5In0.c2ln";
    for (String token : new String[] {foreign, "a.b.c", "opaque", "", "..", "é.ü.ß"}) {
      Browser both = user.twin().sending("Authorization", "Bearer " + token);
      assertAnswer(both.get("api/login")).saysOk("alice").leavesTokensAlone();
    }
    assertAnswer(user.twin().sending("Authorization", "Basic YTpi").get("api/login"))
        .saysOk("alice");
    assertAnswer(user.sending("Authorization", "Bearer " + foreign).refresh()).issuesTokens();
  }

  @Test
  default void a_login_in_one_mode_takes_the_other_mode_s_tokens_away() {
    Browser cookies = browser().sending("st-auth-mode", "cookie").sending("rid", "anti-csrf");
    cookies.post("api/login?user=alice");
    Answer toHeaders =
        client().raw("POST", "api/login?user=bob", cookies.cookieHeader("api/login"), "");
    assertThat(toHeaders.cookie(ACCESS).isRemoval()).isTrue();
    assertThat(toHeaders.cookie(REFRESH).isRemoval()).isTrue();
    Held held = Held.of(toHeaders);
    Answer toCookies =
        browser()
            .sending("st-auth-mode", "cookie")
            .sending("Authorization", "Bearer " + held.access())
            .post("api/login?user=carol");
    assertThat(toCookies.header("st-access-token")).isEmpty();
    assertThat(toCookies.header("st-refresh-token")).isEmpty();
    assertThat(toCookies.cookie(ACCESS).value()).isNotEmpty();
    assertThat(with(held.refresh()).refresh().status()).as("bob's session ended").isEqualTo(401);
  }

  /** The same claims, so that it looks like one of ours, and a signature that is not. */
  private static String stale(Held held) {
    return held.access().substring(0, held.access().lastIndexOf('.')) + ".AAAA";
  }
}
