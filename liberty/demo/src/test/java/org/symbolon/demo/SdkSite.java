package org.symbolon.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages' origin: an empty page, and the bundles of the build. */
final class SdkSite implements AutoCloseable {
  private static final byte[] PAGE =
      "<!DOCTYPE html><title>page</title><link rel=icon href=data:,>"
          .getBytes(StandardCharsets.UTF_8);

  private final Path bundles = Path.of(System.getProperty("it.sdks"));
  private final HttpServer server;

  SdkSite() throws IOException {
    if (!Files.exists(bundles.resolve("website-4.2.0.js"))) {
      throw new IllegalStateException("no bundles in " + bundles + ": this build found no npm");
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** As browsers write it, without a slash at the end. */
  String origin() {
    return "http://app.example.test:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean page = path.equals("/");
      byte[] body = page ? PAGE : Files.readAllBytes(bundles.resolve(path.substring(1)));
      exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "text/javascript");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
