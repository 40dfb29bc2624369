package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.handle;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens: shown, dropped, and lost on the way. */
interface TokensTests extends DemoTests {
  String TOKENS = "api/session/refresh/tokens";

  @Test
  default void tells_the_page_its_settings() throws Exception {
    assertThat(browser().get("api/settings").body())
        .isEqualTo(
            "{\"validity\":20000,\"leeway\":2000,\"repeatLimit\":5,\"unauthorisedStatus\":401}");
  }

  @Test
  default void shows_what_is_in_the_tokens_but_no_token() throws Exception {
    assertThat(json(browser().get(TOKENS)).keySet()).containsExactly("now");
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> answer = browser().get(TOKENS);
    assertThat(Browser.setCookies(answer)).isEmpty();
    JsonObject tokens = json(answer);
    JsonObject claims = tokens.getJsonObject("accessToken");
    assertThat(claims.getString("sub")).isEqualTo(user());
    assertThat(claims.getString("sid")).isEqualTo(handle(browser()));
    assertThat(claims.getJsonNumber("exp_ms").longValue() - tokens.getJsonNumber("now").longValue())
        .isBetween(1L, 20_000L);
    JsonObject refresh = tokens.getJsonObject("refreshToken");
    assertThat(refresh.getInt("generation")).isZero();
    assertThat(refresh.getJsonNumber("end").longValue()).isEqualTo(endOf(claims));
    assertThat(refresh.getJsonNumber("login").longValue() / 1000)
        .isEqualTo(claims.getJsonNumber("auth_time").longValue());
    assertThat(answer.body())
        .doesNotContain(
            browser().cookie(Browser.ACCESS),
            browser().cookie(Browser.REFRESH),
            browser().cookie(Browser.ID_REFRESH));
  }

  private static long endOf(JsonObject claims) {
    return claims.getJsonNumber("end").longValue();
  }

  @Test
  default void counts_the_refreshes_since_the_login() throws Exception {
    browser().login(login("\"" + user() + "\""));
    for (int generation = 1; generation <= 3; generation++) {
      browser().refresh();
      browser().get("api/me");
      assertThat(json(browser().get(TOKENS)).getJsonObject("refreshToken").getInt("generation"))
          .isEqualTo(generation);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sAccessToken=abc, no JWT",
    "sAccessToken=a.YWI.c, claims",
    "sAccessToken=a.?.c, base64url",
    "sRefreshToken=AQAA, too short",
    "sRefreshToken=?, base64url"
  })
  default void does_not_show_what_is_no_token(String cookie, String reason) throws Exception {
    HttpResponse<String> answer =
        browser().send("GET", TOKENS, BodyPublishers.noBody(), "Cookie", cookie);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  default void drops_the_access_token_for_the_impatient() throws Exception {
    browser().login(login("\"" + user() + "\""));
    assertThat(browser().post("api/expire").statusCode()).isEqualTo(204);
    assertThat(browser().cookie(Browser.ACCESS)).isNull();
    assertThat(browser().get("api/me").statusCode()).isEqualTo(440);
    assertThat(browser().refresh().statusCode()).isEqualTo(200);
    assertThat(browser().get("api/me").statusCode()).isEqualTo(200);
  }

  @Test
  default void forgives_an_answer_that_was_lost() throws Exception {
    browser().login(login("\"" + user() + "\""));
    String handle = handle(browser());
    HttpResponse<String> lost =
        browser()
            .send(
                "POST", "api/session/refresh", BodyPublishers.noBody(), LostAnswerFilter.LOSE, "1");
    assertThat(lost.statusCode()).isEqualTo(504);
    assertThat(lost.headers().map())
        .doesNotContainKeys("set-cookie", "id-refresh-token", "anti-csrf");
    assertThat(server().log()).contains("Refreshed[handle=" + handle);

    assertThat(browser().refresh().statusCode()).isEqualTo(200);
    assertThat(browser().post("api/like").statusCode()).isEqualTo(200);
    assertThat(server().log()).doesNotContain("TheftDetected[handle=" + handle);
  }
}
