package org.symbolon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The demo on its own server configuration, as a process of its own, on a port for tests. */
final class DemoServer {

  private static final Duration START = Duration.ofMinutes(3);

  private final String base = "http://localhost:" + property("it.http.port") + "/";
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path log = Path.of(property("it.user.directory"), "demo.log");
  private final Process process;

  DemoServer(Map<String, String> environment) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path script = Path.of(property("it.liberty"), "bin", windows ? "server.bat" : "server");
    script.toFile().setExecutable(true);
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "run", "demo");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_USER_DIR", property("it.user.directory"));
    builder.environment().put("HTTP_PORT", property("it.http.port"));
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    awaitStart();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void awaitStart() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        stop();
        throw new IllegalStateException("the demo did not start:\n" + Files.readString(log));
      }
      Thread.sleep(250);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return get("api/public").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void stop() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("-D" + name + " is missing. Run the tests with Maven.");
    }
    return value;
  }
}
