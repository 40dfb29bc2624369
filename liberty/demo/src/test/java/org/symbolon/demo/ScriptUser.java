package org.symbolon.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One user of the script, with a jar of cookies of his own, and what his tabs sent. */
final class ScriptUser {
  static final String REFRESH = "POST /api/session/refresh";
  static final String REFRESH_PATH = "**/api/session/refresh";

  final BrowserContext context;
  private final String origin;
  private final List<String> wire = new ArrayList<>();

  /** As seen by the page: {@code origin} ends with a slash. */
  ScriptUser(BrowserContext context, String origin) {
    this.context = context;
    this.origin = origin;
    context.onRequest(
        request -> {
          String path = URI.create(request.url()).getPath();
          if (path.startsWith("/api/")) {
            wire.add(request.method() + " " + path);
          }
        });
  }

  /** A new tab with the script alone: the page shows the script's own text. */
  ScriptTab tab(Map<String, Object> options) {
    return new ScriptTab(context.newPage(), origin + "symbolon.js", options);
  }

  ScriptTab tab() {
    return tab(Map.of());
  }

  /** As when the access token has expired: the browser drops its cookie at that time. */
  void expire() {
    context.clearCookies(new ClearCookiesOptions().setName(Browser.ACCESS));
    wire.clear();
  }

  /** What was sent to the API since then, such as {@code GET /api/me}. */
  List<String> wire() {
    return List.copyOf(wire);
  }

  int refreshes() {
    return Collections.frequency(wire, REFRESH);
  }

  /** No refresh is answered until so many requests have been sent. */
  void atOnce(int requests, Runnable calls) {
    List<Route> held = new ArrayList<>();
    context.route(
        REFRESH_PATH,
        route -> {
          if (wire.size() < requests) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    calls.run();
    context.pages().get(0).waitForCondition(() -> wire.size() >= requests);
    held.forEach(Route::resume);
  }

  /** The value of a cookie, {@code null} if there is none. */
  String cookie(String name) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse(null);
  }

  /** Lets the server handle a refresh without the browser's knowing of the answer. */
  HttpResponse<String> refreshAside(Route route) {
    List<Cookie> cookies = context.cookies(route.request().url());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(DemoServer.URL + "api/session/refresh"))
            .POST(BodyPublishers.noBody())
            .header(
                "Cookie",
                cookies.stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; ")))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gives the browser what {@link #refreshAside} held back. */
  static void deliver(Route route, HttpResponse<String> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.headers().map().forEach((name, values) -> headers.put(name, String.join("\n", values)));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(answer.statusCode())
            .setHeaders(headers)
            .setBody(answer.body()));
  }
}
