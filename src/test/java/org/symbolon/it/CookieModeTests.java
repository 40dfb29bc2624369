package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients since 2022, with {@code st-auth-mode: cookie}. */
interface CookieModeTests extends Site {

  /** A client that keeps what a browser keeps. */
  default Browser inCookieMode() {
    return browser().sending("st-auth-mode", "cookie").sending("rid", "anti-csrf");
  }

  private Browser user() {
    Browser user = inCookieMode();
    assertThat(user.post("api/login?user=alice&groups=a").status()).isEqualTo(200);
    return user;
  }

  @Test
  default void a_login_sets_two_cookies_and_a_front_token() {
    Answer answer = inCookieMode().post("api/login?user=alice&groups=a");
    assertThat(answer.cookies())
        .extracting(SetCookie::name)
        .containsExactlyInAnyOrder(ACCESS, REFRESH);
    assertThat(answer.cookie(ACCESS).expires())
        .isCloseTo(Instant.now().plus(Duration.ofDays(365)), within(2, ChronoUnit.HOURS));
    assertThat(answer.headers("id-refresh-token")).isEmpty();
    assertThat(answer.headers("st-access-token")).isEmpty();
    JsonObject front = FrontTokens.of(answer);
    assertThat(front.getString("uid")).isEqualTo("alice");
    JsonObject claims = front.getJsonObject("up");
    assertThat(claims.getJsonArray("groups").getString(0)).isEqualTo("a");
    assertThat(claims.getString("sub")).isEqualTo("alice");
    assertThat(Instant.ofEpochSecond(claims.getJsonNumber("iat").longValue()))
        .isCloseTo(Instant.now(), within(20, ChronoUnit.SECONDS));
    assertThat(front.getJsonNumber("ate").longValue())
        .isBetween(
            claims.getJsonNumber("exp").longValue() * 1000 - 1000,
            claims.getJsonNumber("exp").longValue() * 1000);
    assertAnswer(answer).exposes("front-token", "anti-csrf").isNotStored();
  }

  @Test
  default void a_refresh_replaces_both_and_the_first_use_the_access_token() {
    Browser user = user();
    String before = user.cookie(REFRESH);
    Answer answer = user.refresh();
    assertAnswer(answer).hasStatus(200).exposes("front-token", "anti-csrf");
    assertThat(user.cookie(REFRESH)).isNotEqualTo(before);
    Answer first = user.get("api/login");
    assertAnswer(first).saysOk("alice").exposes("front-token").isNotStored();
    assertThat(first.cookies()).extracting(SetCookie::name).containsExactly(ACCESS);
    assertThat(user.get("api/login").headers("front-token")).isEmpty();
  }

  @Test
  default void a_request_that_changes_something_needs_the_anti_csrf_token() {
    Browser user = user();
    assertThat(user.twin().post("api/payment/invoice").status()).isEqualTo(200);
    user.antiCsrf = "";
    Answer answer = user.post("api/payment/invoice");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"try refresh token\"}");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.cookies()).isEmpty();
    assertThat(user.get("api/login").status()).isEqualTo(200);
  }

  @Test
  default void an_expired_or_unknown_token_is_401_try_refresh_token() {
    Browser user = user();
    user.put(ACCESS, "a.b.c");
    Answer answer = user.get("api/login");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"try refresh token\"}");
    assertThat(answer.headers("front-token")).isEmpty();
    assertThat(user.refresh().status()).isEqualTo(200);
    assertAnswer(user.get("api/login")).saysOk("alice");
  }

  @Test
  default void without_a_token_nothing_is_cleared() {
    Answer secured = inCookieMode().get("api/login");
    assertThat(secured.status()).isEqualTo(401);
    assertThat(secured.body()).isEqualTo("{\"message\":\"unauthorised\"}");
    assertAnswer(secured).leavesTokensAlone().isNotStored();
    Answer refresh = inCookieMode().refresh();
    assertThat(refresh.status()).isEqualTo(401);
    assertAnswer(refresh).leavesTokensAlone().isNotStored();
  }

  @Test
  default void theft_clears_both_modes() {
    Browser owner = user();
    Browser thief = owner.twin();
    for (int i = 0; i < 2; i++) {
      owner.refresh();
      owner.get("api/login");
    }
    Answer answer = thief.refresh();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"unauthorised\"}");
    isCleared(answer);
    assertThat(owner.refresh().status()).isEqualTo(401);
  }

  @Test
  default void signing_out_ends_the_session() {
    Browser user = user();
    Browser twin = user.twin();
    Answer answer = user.post("api/signout");
    assertAnswer(answer).saysOk("{\"status\":\"OK\"}");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    isCleared(answer);
    assertThat(twin.refresh().status()).isEqualTo(401);
    assertThat(inCookieMode().post("api/signout").status()).isEqualTo(401);
    assertThat(user().call("GET", "api/signout").status()).isEqualTo(404);
  }

  /** A form of another site could send the cookies, but not the header. */
  @Test
  default void a_refresh_without_the_custom_header_neither_refreshes_nor_logs_out() {
    Browser user = user();
    Browser foreign = browser().sending("st-auth-mode", "cookie");
    Answer answer = foreign.raw("POST", "api/session/refresh", user.cookieHeader(PATH), "");
    assertThat(answer.status()).isEqualTo(401);
    assertAnswer(answer).leavesTokensAlone();
    assertThat(user.refresh().status()).isEqualTo(200);
  }

  /** A page that the browser loads itself, an image, an event stream. */
  @Test
  default void a_request_without_the_client_s_headers_keeps_its_session() {
    Browser user = user();
    Browser bare = browser();
    String cookies = user.cookieHeader("api/login");
    assertAnswer(bare.raw("GET", "api/login", cookies, "")).saysOk("alice").leavesTokensAlone();
    Answer expired = bare.raw("GET", "api/login", ACCESS + "=a.b.c", "");
    assertThat(expired.status()).isEqualTo(401);
    assertAnswer(expired).leavesTokensAlone();
    Answer page = browser().navigating().raw("GET", "api/login", ACCESS + "=a.b.c", "");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body()).contains("\"st\\u002dauth\\u002dmode\"".replace("\\u002d", "-"));
  }

  /** All that a client can have, in both modes. */
  static void isCleared(Answer answer) {
    assertThat(answer.header("front-token")).isEqualTo("remove");
    assertThat(answer.header("st-access-token")).isEmpty();
    assertThat(answer.header("st-refresh-token")).isEmpty();
    assertThat(answer.headers("anti-csrf")).isEmpty();
    assertThat(answer.cookies()).allMatch(SetCookie::isRemoval);
    assertThat(answer.cookies())
        .extracting(SetCookie::name)
        .containsAll(List.of(ACCESS, REFRESH))
        .isSubsetOf(ACCESS, REFRESH, ID_REFRESH);
  }

  String PATH = "api/session/refresh";
}
