package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of the demo, on its own configuration. */
class DemoIT {
  private static DemoServer server;

  private final Browser browser = new Browser();
  private final String user = "user-" + UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    server = DemoServer.start(Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app.js", "symbolon.js", "style.css", "icon.svg"})
  void serves_its_page(String file) throws Exception {
    assertThat(browser.get(file).statusCode()).isEqualTo(200);
  }

  @Test
  void has_something_for_everybody() throws Exception {
    HttpResponse<String> answer = browser.get("api/public");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"tryRefreshStatus\":440,\"refreshPath\":\"/api/session/refresh\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, me",
    "POST, like",
    "GET, admin",
    "GET, info",
    "PUT, info",
    "PUT, payload",
    "GET, sessions",
    "POST, logout",
    "POST, logout-all",
    "POST, session/refresh"
  })
  void refuses_a_stranger(String method, String path) throws Exception {
    HttpResponse<String> answer =
        browser.send(
            method,
            "api/" + path,
            BodyPublishers.ofString("1"),
            "Content-Type",
            "application/json");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("id-refresh-token")).contains("remove");
  }

  @Test
  void logs_in_a_user_with_a_text_id() throws Exception {
    HttpResponse<String> answer = browser.login(login("\"" + user + "\""));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject body = json(answer);
    assertThat(body.keySet()).containsExactlyInAnyOrder("userId", "handle");
    assertThat(body.getString("userId")).isEqualTo(user);
    assertThat(Browser.setCookies(answer)).hasSize(3).noneMatch(line -> line.contains("Secure"));
    assertThat(json(browser.get("api/me"))).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0", "-7", "9223372036854775807", "-9223372036854775808"})
  void logs_in_a_user_with_a_number_id(String id) throws Exception {
    assertThat(browser.login(login(id)).body()).startsWith("{\"userId\":" + id + ",");
    assertThat(browser.get("api/me").body()).startsWith("{\"userId\":" + id + ",");
  }

  @Test
  void keeps_the_number_5_and_the_text_5_apart() throws Exception {
    Browser other = new Browser();
    browser.login(login("5"));
    other.login(login("\"5\""));
    assertThat(other.get("api/me").body()).startsWith("{\"userId\":\"5\",");
    assertThat(other.get("api/sessions").body()).doesNotContain(handle(browser));
  }

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
  void refuses_a_wrong_login(String body, String reason) throws Exception {
    HttpResponse<String> answer = browser.login(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(Browser.setCookies(answer)).isEmpty();
  }

  @Test
  void refuses_json_too_deep_for_the_parser_or_for_a_token() throws Exception {
    browser.login(login("\"" + user + "\""));
    for (int depth : new int[] {999, 1000, 10_000}) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      HttpResponse<String> answer = browser.put("api/payload", deep);
      assertThat(answer.statusCode()).as("depth %d: %s", depth, answer.body()).isEqualTo(400);
      assertThat(browser.get("api/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refuses_other_types_of_content() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "api/login",
            BodyPublishers.ofString("user=a"),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void refuses_a_payload_that_fits_no_cookie() throws Exception {
    String large = "\"" + "x".repeat(4000) + "\"";
    HttpResponse<String> answer =
        browser.login("{\"user\":\"" + user + "\",\"payload\":" + large + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("4096 bytes");
    browser.login(login("\"" + user + "\""));
    assertThat(browser.put("api/payload", large).statusCode()).isEqualTo(400);
    assertThat(json(browser.get("api/me")).containsKey("payload")).isFalse();
  }

  @Test
  void refuses_an_info_that_fits_no_column() throws Exception {
    browser.login(login("\"" + user + "\""));
    HttpResponse<String> answer = browser.put("api/info", "\"" + "x".repeat(65_534) + "\"");
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
  void keeps_payload_and_info_as_they_are(String value) throws Exception {
    browser.login("{\"user\":\"a😀é\",\"payload\":" + value + ",\"info\":" + value + "}");
    assertThat(browser.get("api/me").body())
        .startsWith("{\"userId\":\"a😀é\",")
        .endsWith(",\"payload\":" + value + "}");
    assertThat(browser.get("api/info").body()).isEqualTo(value);

    browser.login(login("\"" + user + "\""));
    assertThat(browser.put("api/payload", value).statusCode()).isEqualTo(204);
    assertThat(browser.put("api/info", value).statusCode()).isEqualTo(204);
    assertThat(browser.get("api/me").body()).endsWith(",\"payload\":" + value + "}");
    assertThat(browser.get("api/info").body()).isEqualTo(value);
    browser.refresh();
    assertThat(browser.get("api/me").body()).endsWith(",\"payload\":" + value + "}");
  }

  @Test
  void knows_what_was_never_given() throws Exception {
    browser.login(login("\"" + user + "\""));
    assertThat(json(browser.get("api/me")).keySet()).containsExactlyInAnyOrder("userId", "handle");
    HttpResponse<String> info = browser.get("api/info");
    assertThat(info.statusCode()).isEqualTo(204);
    assertThat(info.body()).isEmpty();
  }

  @Test
  void asks_for_the_anti_csrf_token_where_something_changes() throws Exception {
    browser.login(login("\"" + user + "\""));
    HttpResponse<String> like = browser.post("api/like");
    assertThat(like.statusCode()).isEqualTo(200);
    assertThat(json(like).getInt("likes")).isPositive();
    browser.forgetAntiCsrf();
    assertThat(browser.get("api/me").statusCode()).isEqualTo(200);
    assertThat(browser.post("api/like").statusCode()).isEqualTo(440);
    assertThat(browser.put("api/info", "1").statusCode()).isEqualTo(440);
    assertThat(browser.refresh().statusCode()).isEqualTo(200);
    assertThat(browser.post("api/like").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"groups\":[\"admin\"]}          | 200",
        "{\"groups\":[\"user\",\"admin\"]} | 200",
        "{\"groups\":[\"user\"]}           | 403",
        "{\"groups\":\"admin\"}            | 403",
        "[\"admin\"]                       | 403",
        "null                              | 403"
      })
  void lets_only_administrators_in(String payload, int status) throws Exception {
    browser.login("{\"user\":\"" + user + "\",\"payload\":" + payload + "}");
    assertThat(browser.get("api/admin").statusCode()).isEqualTo(status);
    assertThat(browser.cookie(Browser.ID_REFRESH)).isNotNull();
    browser.put("api/payload", "{\"groups\":[\"admin\"]}");
    assertThat(browser.get("api/admin").statusCode()).isEqualTo(200);
  }

  @Test
  void logs_out() throws Exception {
    browser.login(login("\"" + user + "\""));
    HttpResponse<String> answer = browser.post("api/logout");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertCleared(answer);
    assertThat(browser.get("api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void logs_out_after_a_refresh_if_the_access_token_has_expired() throws Exception {
    Browser other = new Browser();
    browser.login(login("\"" + user + "\""));
    other.login(login("\"" + user + "\""));
    browser.lose(Browser.ACCESS);
    assertThat(browser.post("api/logout").statusCode()).isEqualTo(440);
    assertThat(browser.refresh().statusCode()).isEqualTo(200);
    assertCleared(browser.post("api/logout"));
    assertThat(other.get("api/sessions").body()).isEqualTo("[\"" + handle(other) + "\"]");
  }

  @Test
  void logs_out_on_every_device() throws Exception {
    Browser other = new Browser();
    browser.login(login("\"" + user + "\""));
    other.login(login("\"" + user + "\""));
    assertThat(browser.get("api/sessions").body())
        .contains(handle(browser), handle(other))
        .hasSize("['','']".length() + 2 * handle(other).length());

    HttpResponse<String> answer = browser.post("api/logout-all");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertCleared(answer);
    HttpResponse<String> refused = other.refresh();
    assertThat(refused.statusCode()).isEqualTo(401);
    assertCleared(refused);
    assertThat(other.get("api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void logs_events_but_no_token() throws Exception {
    String handle = json(browser.login(login("\"" + user + "\""))).getString("handle");
    assertThat(server.log())
        .contains("Created[handle=" + handle)
        .doesNotContain(browser.cookie(Browser.ACCESS), browser.cookie(Browser.REFRESH));
  }

  private static String login(String user) {
    return "{\"user\":" + user + "}";
  }

  private static String handle(Browser browser) throws Exception {
    return json(browser.get("api/me")).getString("handle");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  static void assertCleared(HttpResponse<String> answer) {
    assertThat(Browser.setCookies(answer))
        .hasSize(3)
        .allMatch(line -> line.contains("=; ") && line.contains("01 Jan 1970 00:00:00 GMT"));
    assertThat(answer.headers().firstValue("id-refresh-token")).contains("remove");
  }
}
