package org.symbolon.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The demo's API at another origin, where it allows every page what CORS can allow. */
final class CorsProxy implements AutoCloseable {
  private static final List<String> FORWARDED = List.of("Cookie", "anti-csrf", "Content-Type");

  /** What came: {@code GET /api/me}, then the names of the headers above that it had. */
  final List<String> received = new CopyOnWriteArrayList<>();

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  CorsProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", exchange.getRequestHeaders().getFirst("Origin"));
      headers.set("Access-Control-Allow-Credentials", "true");
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        headers.set("Access-Control-Allow-Headers", "anti-csrf, content-type");
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      note(exchange);
      HttpResponse<byte[]> answer = forward(exchange);
      answer.headers().map().forEach((name, values) -> copy(name, values, headers));
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void note(HttpExchange exchange) {
    StringBuilder line = new StringBuilder();
    line.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    FORWARDED.stream()
        .filter(exchange.getRequestHeaders()::containsKey)
        .forEach(name -> line.append(' ').append(name));
    received.add(line.toString());
  }

  private static void copy(String name, List<String> values, Headers headers) {
    if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
      headers.put(name, values);
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemoServer.URL).resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : FORWARDED) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
