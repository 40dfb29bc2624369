package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies out and in. */
interface CookieTests extends Site {
  String DATE = "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";

  @Test
  default void cookies_are_set_with_exactly_these_attributes() {
    Answer answer = browser().post("api/login?user=alice");
    assertThat(answer.cookie(ACCESS).line())
        .matches(
            "sAccessToken=[A-Za-z0-9._-]+; Path=/; Expires="
                + DATE
                + "; HttpOnly; Secure; SameSite=Lax");
    assertThat(answer.cookie(REFRESH).line())
        .matches(
            "sRefreshToken=[A-Za-z0-9._-]+; Path="
                + refreshPath()
                + "; Expires="
                + DATE
                + "; HttpOnly; Secure; SameSite=Lax");
    assertThat(answer.cookie(ID_REFRESH).line())
        .matches(
            "sIdRefreshToken=[A-Za-z0-9._-]+; Path=/; Expires=" + DATE + "; Secure; SameSite=Lax");
  }

  @Test
  default void cookies_are_removed_with_the_attributes_they_were_set_with() {
    String epoch = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    Answer answer = browser().loggedIn("alice").call("DELETE", "api/login");
    assertThat(answer.headers("Set-Cookie"))
        .containsExactlyInAnyOrder(
            "sAccessToken=; Path=/" + epoch + "; HttpOnly; Secure; SameSite=Lax",
            "sRefreshToken=; Path=" + refreshPath() + epoch + "; HttpOnly; Secure; SameSite=Lax",
            "sIdRefreshToken=; Path=/" + epoch + "; Secure; SameSite=Lax");
  }

  @Test
  default void cookies_end_with_their_tokens() {
    Answer answer = browser().post("api/login?user=alice");
    Instant now = Instant.now();
    assertThat(answer.cookie(ACCESS).expires())
        .isCloseTo(now.plus(Duration.ofHours(1)), within(20, ChronoUnit.SECONDS));
    assertThat(answer.cookie(REFRESH).expires())
        .isCloseTo(now.plus(Duration.ofDays(100)), within(20, ChronoUnit.SECONDS))
        .isEqualTo(answer.cookie(ID_REFRESH).expires());
    long headerMillis = Long.parseLong(answer.header("id-refresh-token").replaceAll(".*;", ""));
    assertThat(answer.cookie(ID_REFRESH).expires())
        .isBetween(
            Instant.ofEpochMilli(headerMillis), Instant.ofEpochMilli(headerMillis).plusSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sIdRefreshToken=x; sAccessToken=stale; sAccessToken=%s",
        "sIdRefreshToken=x; sAccessToken=%s; sAccessToken=stale",
        "sIdRefreshToken=; sIdRefreshToken=x; sAccessToken=; sAccessToken=%s",
        "sIdRefreshToken=\"x\"; sAccessToken=\"%s\"",
        "sIdRefreshToken=x;sAccessToken=%s",
        "  sIdRefreshToken = x ;   sAccessToken =  %s  ;",
        ";; ;sIdRefreshToken=x; nonsense; =; =y; sAccessToken=%s",
        "$Version=1; sIdRefreshToken=x; $Path=/; sAccessToken=%s; $Path=/",
        "sAccessTokens=a; xsAccessToken=b; sIdRefreshToken=x; sAccessToken=%s",
      })
  default void the_access_token_is_found_in(String header) {
    String token = browser().loggedIn("alice").cookie(ACCESS);
    assertAnswer(browser().raw("GET", "api/login", header.replace("%s", token), ""))
        .saysOk("alice")
        .leavesTokensAlone();
  }

  @Test
  default void the_access_token_is_found_among_many_cookies() {
    String token = browser().loggedIn("alice").cookie(ACCESS);
    StringBuilder many = new StringBuilder("sIdRefreshToken=x; ");
    for (int i = 0; i < 80; i++) {
      many.append("c").append(i).append("=").append("v".repeat(20)).append("; ");
    }
    Answer answer = browser().raw("GET", "api/login", many + "sAccessToken=" + token, "");
    assertAnswer(answer).saysOk("alice");
  }

  @Test
  default void of_two_refresh_tokens_the_genuine_one_is_taken() {
    String token = browser().loggedIn("alice").cookie(REFRESH);
    String header = "sIdRefreshToken=x; sRefreshToken=stale; sRefreshToken=" + token;
    assertAnswer(browser().raw("POST", "api/session/refresh", header, "")).issuesTokens();
  }

  /** As browsers send them after a change of the cookies' domain or path. */
  @Test
  default void a_refresh_token_that_is_left_over_is_no_theft_beside_the_present_one() {
    Browser user = browser().loggedIn("alice");
    String old = user.cookie(REFRESH);
    for (int i = 0; i < 2; i++) {
      user.refresh();
      user.get("api/login");
    }
    String header = "sIdRefreshToken=x; sRefreshToken=" + old + "; sRefreshToken=";
    Answer answer = browser().raw("POST", "api/session/refresh", header + user.cookie(REFRESH), "");
    assertAnswer(answer).issuesTokens();
    String access = answer.cookie(ACCESS).value();
    assertAnswer(browser().raw("GET", "api/login", "sIdRefreshToken=x; sAccessToken=" + access, ""))
        .saysOk("alice");
  }

  private String refreshPath() {
    return browser().base().getPath() + "api/session/refresh";
  }
}
