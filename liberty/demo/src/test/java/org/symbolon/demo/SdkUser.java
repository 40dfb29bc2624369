package org.symbolon.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser profile of its own, with the pages of one application and what they sent. */
final class SdkUser implements AutoCloseable {
  static final String REFRESH_PATH = "/api/session/refresh";

  /** Cookies of the page, not of the API. */
  static final String MARKER = "sIRTFrontend";

  static final String FRONT_TOKEN = "sFrontToken";

  final BrowserContext context;
  private final String origin;
  private final String api;
  private final List<Request> wire = new ArrayList<>();

  /** A scenario leaves him for a later one. */
  Thief thief;

  SdkUser(BrowserContext context, String origin, String api) {
    this.context = context;
    this.origin = origin;
    this.api = api;
    context.onRequest(
        request -> {
          if (request.url().startsWith(api)) {
            wire.add(request);
          }
        });
  }

  SdkTab tab(Sdk sdk) {
    return new SdkTab(context.newPage(), origin, sdk, api);
  }

  /** From here on the wire is looked at. */
  void forgetWire() {
    wire.clear();
  }

  /** Such as {@code GET /api/me 200}, answered requests only. */
  List<String> wire() {
    return List.copyOf(wire).stream()
        .map(
            request ->
                request.method()
                    + " "
                    + URI.create(request.url()).getPath()
                    + " "
                    + request.response().status())
        .toList();
  }

  long refreshes() {
    return wire.stream().filter(request -> request.url().endsWith(REFRESH_PATH)).count();
  }

  /** A header of the last answer, {@code null} if it has none. */
  String answered(String header) {
    return wire.get(wire.size() - 1).response().allHeaders().get(header);
  }

  /** A header of the last request. */
  String asked(String header) {
    return wire.get(wire.size() - 1).allHeaders().get(header);
  }

  /** A cookie of the page, {@code null} if there is none. */
  String pageCookie(String name) {
    return value(origin + "/", name);
  }

  /** A cookie of the API, as it goes to the refresh. */
  String apiCookie(String name) {
    return value(api + REFRESH_PATH, name);
  }

  private String value(String url, String name) {
    return context.cookies(url).stream()
        .filter(cookie -> cookie.name.equals(name))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse(null);
  }

  /** All that go to the refresh. */
  List<Cookie> apiCookies() {
    return context.cookies(api + REFRESH_PATH);
  }

  /** As another domain's. */
  void add(Cookie cookie, String domain) {
    context.addCookies(
        List.of(
            new Cookie(cookie.name, cookie.value)
                .setDomain(domain)
                .setPath(cookie.path)
                .setExpires(cookie.expires)
                .setHttpOnly(cookie.httpOnly)
                .setSecure(cookie.secure)
                .setSameSite(cookie.sameSite)));
  }

  void dropPageCookie(String name) {
    context.clearCookies(new ClearCookiesOptions().setName(name));
  }

  /** Returns when the access token that the browser has is over. */
  void awaitExpiry(SdkTab tab) {
    tab.page.waitForCondition(this::hasExpired);
  }

  private boolean hasExpired() {
    if (apiCookie(Browser.ID_REFRESH) != null) {
      // yesterday's: the cookie ends with the token, up to the next full second
      return apiCookie(Browser.ACCESS) == null;
    }
    JsonObject frontToken = decoded(pageCookie(FRONT_TOKEN));
    return frontToken.getJsonNumber("ate").longValue() < System.currentTimeMillis();
  }

  /** What it says in base64. */
  static JsonObject decoded(String frontToken) {
    byte[] json = Base64.getDecoder().decode(percentDecoded(frontToken));
    String text = new String(json, StandardCharsets.UTF_8);
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static String percentDecoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** What the browser's next refresh would send, as far as the server looks at it. */
  Map<String, String> refreshHeaders(Sdk sdk) {
    Map<String, String> headers = new TreeMap<>();
    if (sdk.mode() != null) {
      headers.put("st-auth-mode", sdk.mode());
    }
    if (sdk.keepsTokensItself()) {
      headers.put("Authorization", "Bearer " + percentDecoded(pageCookie("st-refresh-token")));
      return headers;
    }
    headers.put(
        "Cookie",
        context.cookies(api + REFRESH_PATH).stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; ")));
    if (sdk.mode() != null) {
      headers.put("rid", "session");
    }
    return headers;
  }

  /** A refresh by somebody else. */
  HttpResponse<String> fromOutside(Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemoServer.URL).resolve(REFRESH_PATH))
            .POST(BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
