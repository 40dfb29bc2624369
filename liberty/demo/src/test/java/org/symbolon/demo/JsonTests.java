package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo takes as JSON, keeps as it is, or refuses with a reason. */
interface JsonTests extends DemoTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                               | empty",
        "{\"user\":\"a\"                  | not JSON",
        "{\"user\":\"a\"} x               | not JSON",
        "{\"user\":\"a\"} {}              | not JSON",
        "{\"user\":\"a\",\"info\":1e99999999999} | not JSON",
        "[\"a\"]                          | must be a JSON object",
        "null                             | must be a JSON object",
        "{}                               | \"user\" is missing",
        "{\"user\":null}                  | a text or a whole number",
        "{\"user\":true}                  | a text or a whole number",
        "{\"user\":{\"i\":1}}             | a text or a whole number",
        "{\"user\":1.5}                   | must be whole",
        "{\"user\":9223372036854775808}   | 9223372036854775807",
        "{\"user\":1e999}                 | 9223372036854775807",
        "{\"user\":\"\"}                  | must not be empty",
        "{\"user\":\" a\"}                | white space",
        "{\"user\":\"{\\\"i\\\":5}\"}     | JSON object",
        "{\"user\":\"\\ud83d\"}           | surrogate"
      })
  default void refuses_a_wrong_login(String body, String reason) throws Exception {
    HttpResponse<String> answer = browser().login(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(Browser.setCookies(answer)).isEmpty();
  }

  @Test
  default void refuses_json_too_deep_for_the_parser_or_for_a_token() throws Exception {
    browser().login(login("\"" + user() + "\""));
    for (int depth : new int[] {999, 1000, 10_000}) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      HttpResponse<String> answer = browser().put("api/payload", deep);
      assertThat(answer.statusCode()).as("depth %d: %s", depth, answer.body()).isEqualTo(400);
      assertThat(browser().get("api/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  default void refuses_other_types_of_content() throws Exception {
    HttpResponse<String> answer =
        browser()
            .send(
                "POST",
                "api/login",
                BodyPublishers.ofString("user=a"),
                "Content-Type",
                "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  default void refuses_a_payload_that_fits_no_cookie() throws Exception {
    String large = "\"" + "x".repeat(4000) + "\"";
    HttpResponse<String> answer =
        browser().login("{\"user\":\"" + user() + "\",\"payload\":" + large + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("4096 bytes");
    browser().login(login("\"" + user() + "\""));
    assertThat(browser().put("api/payload", large).statusCode()).isEqualTo(400);
    assertThat(json(browser().get("api/me")).containsKey("payload")).isFalse();
  }

  @Test
  default void refuses_an_info_that_fits_no_column() throws Exception {
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> answer = browser().put("api/info", "\"" + "x".repeat(65_534) + "\"");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "1.10",
        "12345678901234567890123",
        "\"\"",
        "\"Ω 😀 \\u0000 '\\\"\"",
        "[]",
        "{\"名\":[1,{\"groups\":null}]}"
      })
  default void keeps_payload_and_info_as_they_are(String value) throws Exception {
    browser().login("{\"user\":\"a😀é\",\"payload\":" + value + ",\"info\":" + value + "}");
    assertThat(browser().get("api/me").body())
        .startsWith("{\"userId\":\"a😀é\",")
        .endsWith(",\"payload\":" + value + "}");
    assertThat(browser().get("api/info").body()).isEqualTo(value);

    browser().login(login("\"" + user() + "\""));
    assertThat(browser().put("api/payload", value).statusCode()).isEqualTo(204);
    assertThat(browser().put("api/info", value).statusCode()).isEqualTo(204);
    assertThat(browser().get("api/me").body()).endsWith(",\"payload\":" + value + "}");
    assertThat(browser().get("api/info").body()).isEqualTo(value);
    browser().refresh();
    assertThat(browser().get("api/me").body()).endsWith(",\"payload\":" + value + "}");
  }

  @Test
  default void knows_what_was_never_given() throws Exception {
    browser().login(login("\"" + user() + "\""));
    assertThat(json(browser().get("api/me")).keySet())
        .containsExactlyInAnyOrder("userId", "handle");
    HttpResponse<String> info = browser().get("api/info");
    assertThat(info.statusCode()).isEqualTo(204);
    assertThat(info.body()).isEmpty();
  }
}
