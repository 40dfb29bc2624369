package org.symbolon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.symbolon.test.MintedSession;

/** One device: keeps cookies by their path and expiry, and echoes the anti-CSRF token. */
final class Browser {
  static final String ACCESS = "sAccessToken";
  static final String REFRESH = "sRefreshToken";
  static final String ID_REFRESH = "sIdRefreshToken";

  private record Cookie(String value, String path, Instant expires) {
    boolean goesTo(String requested) {
      return requested.startsWith(path) && expires.isAfter(Instant.now());
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Cookie> jar = new TreeMap<>();
  private String antiCsrf;

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.noBody());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
    return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  HttpResponse<String> login(String json) throws IOException, InterruptedException {
    return post("api/login", json);
  }

  HttpResponse<String> refresh() throws IOException, InterruptedException {
    return post("api/session/refresh");
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemoServer.URL + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    String cookies =
        jar.entrySet().stream()
            .filter(entry -> entry.getValue().goesTo("/" + path))
            .map(entry -> entry.getKey() + "=" + entry.getValue().value())
            .collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    if (antiCsrf != null) {
      request.header("anti-csrf", antiCsrf);
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    setCookies(response).forEach(this::keep);
    response.headers().firstValue("anti-csrf").ifPresent(token -> antiCsrf = token);
    return response;
  }

  /** The lines {@code Set-Cookie} of an answer. */
  static List<String> setCookies(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie");
  }

  private void keep(String line) {
    String[] parts = line.split("; ");
    String[] pair = parts[0].split("=", 2);
    Cookie cookie = new Cookie(pair[1], attribute(parts, "Path"), expires(parts));
    if (cookie.expires().isAfter(Instant.now())) {
      jar.put(pair[0], cookie);
    } else {
      jar.remove(pair[0]);
    }
  }

  private static Instant expires(String[] parts) {
    return ZonedDateTime.parse(attribute(parts, "Expires"), DateTimeFormatter.RFC_1123_DATE_TIME)
        .toInstant();
  }

  private static String attribute(String[] parts, String name) {
    for (String part : parts) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException("a cookie without " + name);
  }

  /** The value of a cookie, {@code null} if there is none. */
  String cookie(String name) {
    Cookie cookie = jar.get(name);
    return cookie == null ? null : cookie.value();
  }

  /** As when it has expired. */
  void lose(String cookie) {
    jar.remove(cookie);
  }

  void forgetAntiCsrf() {
    antiCsrf = null;
  }

  /** A session that did not come by way of an answer. */
  void put(MintedSession minted) {
    minted
        .cookies()
        .forEach(
            (name, value) ->
                jar.put(
                    name,
                    new Cookie(
                        value,
                        name.equals(REFRESH) ? "/api/session/refresh" : "/",
                        Instant.now().plusSeconds(60))));
    antiCsrf = minted.antiCsrf();
  }

  /** Somebody who has copied everything. */
  Browser copy() {
    Browser copy = new Browser();
    copy.jar.putAll(jar);
    copy.antiCsrf = antiCsrf;
    return copy;
  }
}
