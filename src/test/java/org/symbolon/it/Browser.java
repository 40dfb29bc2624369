package org.symbolon.it;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps what a browser and the page in it keep: cookies by name and path, the anti-CSRF token, the
 * id refresh token. It ignores {@code Secure}, since the tests speak plain HTTP.
 */
final class Browser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final Map<String, SetCookie> jar = new TreeMap<>();
  private final Map<String, String> headers = new TreeMap<>();
  String antiCsrf = "";
  String idRefreshToken = "";

  Browser(URL base) {
    this.base = URI.create(base.toString());
  }

  private Browser(Browser other) {
    base = other.base;
    jar.putAll(other.jar);
    headers.putAll(other.headers);
    antiCsrf = other.antiCsrf;
    idRefreshToken = other.idRefreshToken;
  }

  URI base() {
    return base;
  }

  /** Another one with the same tokens: a second tab, or a thief. */
  Browser twin() {
    return new Browser(this);
  }

  /** After a login as {@code user} at the tests' {@link LoginResource}. */
  Browser loggedIn(String user, String... groups) {
    AnswerAssert.assertAnswer(post("api/login?user=" + user + groupsQuery(groups))).issuesTokens();
    return this;
  }

  Answer get(String path) {
    return call("GET", path);
  }

  Answer post(String path) {
    return call("POST", path);
  }

  /** As a page of this site sends a form, without any script. */
  Answer submit(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    Browser page = twin().sending("Sec-Fetch-Site", "same-origin");
    page.sending("Content-Type", "application/x-www-form-urlencoded");
    return keep(page.send("POST", path, form, cookieHeader(path), ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer refresh() {
    return post("api/session/refresh");
  }

  /** From now on with this header in every request. */
  Browser sending(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** From now on as a browser that a user sends to a page. */
  Browser navigating() {
    return sending("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .sending("Sec-Fetch-Mode", "navigate");
  }

  /** Sends the cookies that fit and the anti-CSRF token, and keeps what comes back. */
  Answer call(String method, String path) {
    return keep(raw(method, path, cookieHeader(path), antiCsrf));
  }

  private Answer keep(Answer answer) {
    answer.cookies().forEach(cookie -> jar.put(cookie.name() + cookie.path(), cookie));
    answer.headers("anti-csrf").forEach(token -> antiCsrf = token);
    answer.headers("id-refresh-token").forEach(id -> idRefreshToken = id);
    return answer;
  }

  /** Sends exactly this, and keeps nothing; empty headers are left out. */
  Answer raw(String method, String path, String cookieHeader, String antiCsrfHeader) {
    return send(method, path, "", cookieHeader, antiCsrfHeader);
  }

  private Answer send(
      String method, String path, String body, String cookieHeader, String antiCsrfHeader) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (!cookieHeader.isEmpty()) {
      request.header("Cookie", cookieHeader);
    }
    if (!antiCsrfHeader.isEmpty()) {
      request.header("anti-csrf", antiCsrfHeader);
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String cookieHeader(String path) {
    String target = base.resolve(path).getPath();
    return jar.values().stream()
        .filter(cookie -> cookie.goesTo(target))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  /** The value of a cookie, wherever it is sent to. */
  String cookie(String name) {
    return jar.values().stream()
        .filter(cookie -> cookie.name().equals(name) && !cookie.value().isEmpty())
        .map(SetCookie::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + jar.keySet()));
  }

  void forget(String name) {
    jar.values().removeIf(cookie -> cookie.name().equals(name));
  }

  void put(String name, String value) {
    forget(name);
    jar.put(name + "/", SetCookie.parse(name + "=" + value + "; Path=/"));
  }

  private static String groupsQuery(String... groups) {
    return groups.length == 0 ? "" : "&groups=" + String.join(",", groups);
  }
}
