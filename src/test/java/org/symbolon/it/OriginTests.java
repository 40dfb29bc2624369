package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, some of which are allowed to call. */
interface OriginTests extends Site {
  String ALLOWED = "https://app.example.com";

  @ParameterizedTest
  @CsvSource({
    "GET, api/session-data/found, 200",
    "GET, api/login, 401",
    "GET, api/nowhere, 404",
    "GET, api/session/refresh, 405",
    "OPTIONS, api/session/refresh, 405",
    "DELETE, api/session-data/found, 405",
    "OPTIONS, api/session-data/found, 200",
    "POST, api/session/refresh, 401",
    "POST, api/login?user=alice, 200",
    "POST, api/endings/mapped?user=alice, 418",
    "POST, api/endings/web?user=alice, 409",
    "POST, api/endings/unmapped?user=alice, 500",
    "POST, api/endings/try-refresh?user=alice, 440",
    "POST, api/endings/store?user=alice, 503",
    "POST, api/endings/stage?user=alice, 200",
    "POST, api/endings/stage/unmapped?user=alice, 500",
    "POST, api/endings/suspended/mapped?user=alice, 418",
    "POST, api/endings/suspended/unmapped?user=alice, 500",
    "GET, api/endings/unwritable, 500",
  })
  default void every_answer_speaks_of_origins(String method, String path, int status) {
    Answer answer = browser().sending("Origin", ALLOWED).call(method, path);
    assertAnswer(answer).hasStatus(status);
    if (path.contains("unmapped") && !Server.current().filtersUnmappedExceptions(path)) {
      saysNothing(answer);
      return;
    }
    lets(answer, ALLOWED);
    Answer foreign = browser().sending("Origin", "https://evil.example").call(method, path);
    assertAnswer(foreign).hasStatus(status);
    letsNobody(foreign);
    letsNobody(browser().call(method, path));
  }

  /** Browsers tell by {@code Sec-Fetch-Site} where a request comes from. */
  @ParameterizedTest
  @CsvSource({
    "cross-site, https://evil.example, 403",
    "cross-site, null, 403",
    "cross-site, https://app.example.com, 200",
    "same-site, https://other.example.com, 403",
    "same-site, null, 403",
    "same-origin, https://here.example, 200",
  })
  default void pages_of_other_origins_cannot_refresh_unless_allowed(
      String site, String origin, int status) {
    Browser user = browser().loggedIn("alice");
    Answer answer = user.twin().sending("Sec-Fetch-Site", site).sending("Origin", origin).refresh();
    assertAnswer(answer).hasStatus(status);
    if (status == 403) {
      assertAnswer(answer).leavesTokensAlone();
    }
    assertAnswer(user.refresh()).issuesTokens();
  }

  /** Such as the call-back of an identity provider that sends a form. */
  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "https://app.example.com, 200",
    "https://login.example.net, 200",
  })
  default void pages_of_other_sites_log_nobody_in_unless_allowed(String origin, int status) {
    Browser page = browser().sending("Sec-Fetch-Site", "cross-site").sending("Origin", origin);
    assertAnswer(page.sending("Sec-Fetch-Mode", "navigate").post("api/login?user=alice"))
        .hasStatus(status);
  }

  @Test
  default void a_user_is_answered_like_that_too() {
    Browser user = browser().sending("Origin", "http://localhost:3000").loggedIn("alice");
    lets(user.get("api/login"), "http://localhost:3000");
    lets(user.get("api/roles/methods/admin"), "http://localhost:3000");
    lets(user.refresh(), "http://localhost:3000");
    user.forget(ACCESS);
    Answer refused = user.get("api/login");
    assertAnswer(refused).hasStatus(440);
    lets(refused, "http://localhost:3000");
    lets(user.navigating().get("api/login"), "http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://app.example.com.evil.example",
        "http://app.example.com",
        "https://app.example.com:8443",
        "HTTPS://APP.EXAMPLE.COM",
        "https://app.example.com, https://app.example.com",
      })
  default void no_other_origin_is_let_in(String origin) {
    letsNobody(browser().sending("Origin", origin).get("api/login"));
    letsNobody(preflight("api/login", origin));
  }

  @Test
  default void the_application_s_own_headers_are_replaced_for_an_allowed_origin_only() {
    Answer answer = browser().sending("Origin", ALLOWED).get("api/endings/own-origins");
    lets(answer, ALLOWED);
    assertThat(values(answer, "Access-Control-Expose-Headers")).contains("x-total");
    assertThat(values(answer, "Vary")).contains("accept-language");
    Answer foreign =
        browser().sending("Origin", "https://evil.example").get("api/endings/own-origins");
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(values(foreign, "Vary")).containsExactly("origin", "accept-language");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api/login", "api/session/refresh", "api/nowhere", "api/locators/secured"})
  default void a_preflight_is_answered(String path) {
    Answer answer = preflight(path, ALLOWED);
    assertAnswer(answer).hasStatus(204);
    lets(answer, ALLOWED);
    assertThat(values(answer, "Access-Control-Allow-Methods"))
        .contains("get", "post", "put", "patch", "delete", "purge");
    assertThat(values(answer, "Access-Control-Allow-Headers"))
        .contains("anti-csrf", "content-type", "rid", "x-mine")
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9-]+"));
    assertThat(answer.header("Access-Control-Max-Age")).matches("\\d+");
    assertThat(values(answer, "Vary"))
        .containsExactlyInAnyOrder(
            "origin", "access-control-request-method", "access-control-request-headers");
  }

  /** A page cannot want so many; comparing each with each took a server half a minute. */
  @Test
  default void a_preflight_for_thousands_of_headers_is_allowed_none_of_them() {
    Browser browser = browser().sending("Origin", ALLOWED);
    browser.sending("Access-Control-Request-Method", "PUT");
    int left = Server.current().mostHeaderCharacters();
    for (int line = 0; left > 0; line++) {
      StringBuilder names = new StringBuilder("x-mine");
      for (int i = 0; i < 500; i++) {
        names.append(String.format(Locale.ROOT, ",x-%02d-%03d", line, i));
      }
      browser.sending(spelled("access-control-request-headers", line), names.toString());
      left -= names.length();
    }
    Answer answer = browser.call("OPTIONS", "api/login");
    assertAnswer(answer).hasStatus(204);
    lets(answer, ALLOWED);
    assertThat(values(answer, "Access-Control-Allow-Headers"))
        .contains("anti-csrf", "rid")
        .noneMatch(name -> name.startsWith("x-"));
  }

  /** Each spelling is a line of its own. */
  private static String spelled(String name, int bits) {
    StringBuilder spelling = new StringBuilder(name);
    for (int i = 0; bits >> i != 0; i++) {
      if ((bits >> i & 1) == 1) {
        spelling.setCharAt(i, Character.toUpperCase(name.charAt(i)));
      }
    }
    return spelling.toString();
  }

  private Answer preflight(String path, String origin) {
    return browser()
        .sending("Origin", origin)
        .sending("Access-Control-Request-Method", "PURGE")
        .sending("Access-Control-Request-Headers", "x-mine,Anti-CSRF,bad name,<evil>")
        .call("OPTIONS", path);
  }

  private static void lets(Answer answer, String origin) {
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(values(answer, "Access-Control-Expose-Headers"))
        .contains("id-refresh-token", "anti-csrf")
        .doesNotHaveDuplicates();
    assertThat(values(answer, "Vary")).contains("origin").doesNotHaveDuplicates();
  }

  private static void saysNothing(Answer answer) {
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
  }

  private static void letsNobody(Answer answer) {
    saysNothing(answer);
    assertThat(values(answer, "Vary")).contains("origin");
  }

  private static List<String> values(Answer answer, String header) {
    return answer.headers(header).stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
