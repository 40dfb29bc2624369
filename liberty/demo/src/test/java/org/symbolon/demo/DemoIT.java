package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.handle;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import jakarta.json.JsonObject;
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
class DemoIT implements JsonTests, TokensTests, ThiefTests, EventsTests, SessionsTests {
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

  @Override
  public Browser browser() {
    return browser;
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public DemoServer server() {
    return server;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app.js", "style.css", "stage.css", "icon.svg"})
  void serves_its_page(String file) throws Exception {
    assertThat(browser.get(file).statusCode()).isEqualTo(200);
  }

  @Test
  void serves_the_script_out_of_the_library() throws Exception {
    HttpResponse<String> answer = browser.get("symbolon.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
    assertThat(answer.body()).contains("export function symbolon(");
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
    "POST, sessions",
    "DELETE, sessions/abc",
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
    assertThat(answer.headers().firstValue("id-refresh-token")).isEmpty();
    assertThat(Browser.setCookies(answer)).isEmpty();
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

  static void assertCleared(HttpResponse<String> answer) {
    assertThat(Browser.setCookies(answer))
        .hasSize(3)
        .allMatch(line -> line.contains("=; ") && line.contains("01 Jan 1970 00:00:00 GMT"));
    assertThat(answer.headers().firstValue("id-refresh-token")).contains("remove");
  }
}
