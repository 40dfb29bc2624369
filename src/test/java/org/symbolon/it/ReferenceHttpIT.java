package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ALL;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URL;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.testing.ReferenceVectors;

/**
 * The requests that the reference's two versions were seen to answer, sent to us in its own token
 * format: the same outcome, the same cookies with the same attributes, the same headers.
 */
@ExtendWith(ArquillianExtension.class)
class ReferenceHttpIT {
  private static final String PATH = "api/session/refresh";

  /** By the kinds of errors in the bodies of the reference's test application. */
  private static final Map<Integer, Integer> STATUSES = Map.of(2000, 401, 3000, 440, 4000, 401);

  private static final Pattern ERROR = Pattern.compile("\"errType\":([0-9]+)");
  private static final List<String> NOTHING =
      List.of(
          "getSession fails then createNewSession",
          "revokeSession",
          "setRelevantHeadersForOptionsAPI");

  @ArquillianResource URL base;
  private final Map<String, Answer> ours = new LinkedHashMap<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("refhttp.war")
        .with(LoginResource.class, AntiCsrfModes.class)
        .with(ReloginResource.class, PrincipalResource.class)
        .config("symbolon.access-token.format", "supertokens-node")
        .config("symbolon.refresh-token.path", "/refhttp/api/session/refresh")
        .config("symbolon.refresh-token.leeway", "PT0S")
        .config("symbolon.cookie.refresh-path", "/refresh")
        .config("symbolon.cookie.domain", "example.com")
        .config("symbolon.cookie.same-site", "none")
        .config("symbolon.http.allowed-origins", "https://app.example.com")
        .build();
  }

  @Test
  void every_exchange_of_both_versions_is_answered_alike() {
    callAll();
    int compared = 0;
    for (String version : List.of("http_v504", "http_v404")) {
      List<JsonObject> steps =
          ReferenceVectors.ALL
              .getJsonObject(version)
              .getJsonObject("default")
              .getJsonArray("steps")
              .getValuesAs(JsonObject.class);
      assertThat(steps).extracting(step -> step.getString("name")).hasSameElementsAs(ours.keySet());
      for (JsonObject step : steps) {
        compare(version, step, ours.get(step.getString("name")));
        compared++;
      }
    }
    System.out.println("HTTP exchanges of the reference compared: " + compared);
    assertThat(compared).isEqualTo(34);
  }

  /** In the order in which the reference was asked. */
  private void callAll() {
    Answer login = call("POST", "api/login?user=user-1&groups=admin", "", "");
    ours.put("createNewSession", login);
    String cookies = cookies(login);
    String csrf = login.header("anti-csrf");
    ours.put("getSession stateless", verify(cookies, csrf));
    assertThat(call("GET", "api/whoami", cookies, "").body())
        .as("a principal without the claims of a JWT")
        .isEqualTo("user-1");
    ours.put("getSession no cookies (cleared)", verify("", ""));
    ours.put("getSession sIdRefreshToken only", verify(ID_REFRESH + "=x", ""));
    ours.put("getSession without anti-csrf header", verify(cookies, ""));
    ours.put("getSession wrong anti-csrf header", verify(cookies, "x"));
    ours.put(
        "getSession enableCsrfProtection=false without header",
        call("GET", "api/csrf/never", cookies, ""));
    ours.put(
        "getSession garbage access token", verify(ID_REFRESH + "=x; " + ACCESS + "=a.b.c", "x"));
    ours.put("refreshSession no cookies (cleared)", call("POST", PATH, "", ""));
    ours.put(
        "refreshSession garbage token (cleared)",
        call("POST", PATH, ID_REFRESH + "=x; " + REFRESH + "=a.b", ""));
    ours.put(
        "getSession fails then createNewSession on the same response (headers accumulate)",
        call("POST", "api/relogin", "", ""));
    Answer refreshed = call("POST", PATH, cookies, csrf);
    ours.put("refreshSession", refreshed);
    String newCookies = cookies(refreshed);
    String newCsrf = refreshed.header("anti-csrf");
    Answer promoted = verify(newCookies, newCsrf);
    ours.put("getSession with promotion", promoted);
    ours.put(
        "refreshSession with the old refresh token: theft (cleared)",
        call("POST", PATH, cookies, csrf));
    Answer other = call("POST", "api/login?user=user-1", "", "");
    String otherCookies = cookies(other);
    ours.put(
        "revokeSession = clearSessionFromCookie",
        call("DELETE", "api/login", otherCookies, other.header("anti-csrf")));
    ours.put(
        "revokeSession again (row is gone: nothing cleared)",
        call("DELETE", "api/login", otherCookies, other.header("anti-csrf")));
    ours.put(
        "setRelevantHeadersForOptionsAPI",
        new Browser(base)
            .sending("Origin", "https://app.example.com")
            .sending("Access-Control-Request-Method", "POST")
            .raw("OPTIONS", "api/login", "", ""));
  }

  private static void compare(String version, JsonObject step, Answer answer) {
    JsonObject theirs = step.getJsonObject("response");
    String name = step.getString("name");
    assertThat(answer.status()).as(version + " " + name).isEqualTo(status(name, theirs));
    List<String> lines =
        theirs.getJsonArray("headers").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    if (name.equals("setRelevantHeadersForOptionsAPI")) {
      assertThat(answer.header("Access-Control-Allow-Headers").split(", ", -1))
          .contains(values(lines, "Access-Control-Allow-Headers").get(0).split(", ", -1));
    } else if (name.startsWith("revokeSession again")) {
      // ours clears: a client that logs out twice has no session, whoever ended it
      assertThat(values(lines, "Set-Cookie")).isEmpty();
      AnswerAssert.assertAnswer(answer).clearsTokens();
    } else if (name.endsWith("no cookies (cleared)")) {
      // ours clears nothing: browsers obey a deletion, whoever's page sent the request
      assertThat(values(lines, "Set-Cookie")).isNotEmpty();
      AnswerAssert.assertAnswer(answer).leavesTokensAlone();
    } else {
      boolean older = version.equals("http_v404");
      assertThat(words(answer.headers("Set-Cookie"), older))
          .as(version + " " + name)
          .isEqualTo(words(values(lines, "Set-Cookie"), older));
      assertThat(answer.headers("anti-csrf")).hasSameSizeAs(values(lines, "anti-csrf"));
      if (!older) {
        assertThat(shape(answer.headers("id-refresh-token")))
            .as(name)
            .isEqualTo(shape(values(lines, "id-refresh-token")));
      }
    }
  }

  private static int status(String name, JsonObject theirs) {
    int status = theirs.getInt("status");
    if (status == 500) {
      Matcher error = ERROR.matcher(theirs.getString("body"));
      assertThat(error.find()).isTrue();
      return STATUSES.get(Integer.valueOf(error.group(1)));
    }
    // the resources of our tests that return nothing say 204, and so does our preflight
    return NOTHING.stream().anyMatch(name::startsWith) ? 204 : status;
  }

  private static List<String> values(List<String> lines, String header) {
    return lines.stream()
        .filter(line -> line.startsWith(header + ": "))
        .map(line -> line.substring(header.length() + 2))
        .toList();
  }

  /** What is said of each cookie at last, but for its value and when exactly it ends. */
  private static Map<String, Set<String>> words(List<String> setCookies, boolean older) {
    Map<String, Set<String>> words = new TreeMap<>();
    for (String line : setCookies) {
      SetCookie cookie = SetCookie.parse(line);
      Set<String> said = new TreeSet<>();
      cookie.attributes().forEach((attribute, value) -> said.add(attribute + "=" + value));
      said.removeIf(word -> word.startsWith("expires="));
      // version 4.0 knew no SameSite, and its readable cookie was never Secure
      said.removeIf(word -> older && (word.startsWith("samesite=") || word.equals("secure=")));
      said.add(cookie.isRemoval() ? "removed" : "set");
      words.put(cookie.name(), said);
    }
    return words;
  }

  /** The last word counts; the reference appends. */
  private static String shape(List<String> idRefreshTokens) {
    String last = String.join(", ", idRefreshTokens).replaceFirst(".*, ", "");
    return last.replaceFirst("^[A-Za-z0-9_-]+;[0-9]{13}$", "id;milliseconds");
  }

  private Answer verify(String cookies, String antiCsrf) {
    return call("GET", "api/csrf/always", cookies, antiCsrf);
  }

  private Answer call(String method, String path, String cookies, String antiCsrf) {
    return new Browser(base).raw(method, path, cookies, antiCsrf);
  }

  private static String cookies(Answer answer) {
    return Arrays.stream(ALL)
        .map(name -> name + "=" + answer.cookie(name).value())
        .collect(Collectors.joining("; "));
  }
}
