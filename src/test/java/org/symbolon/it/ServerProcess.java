package org.symbolon.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another server than the one that Arquillian runs, in a process of its own, with applications. */
final class ServerProcess {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final int port;
  private final Path log;
  private Process process;

  private ServerProcess(String name, int port, Path log) {
    this.name = name;
    this.port = port;
    this.log = log;
  }

  static ServerProcess start(
      String name, int port, Path folder, List<String> command, Map<String, String> environment) {
    ServerProcess server = new ServerProcess(name, port, folder.resolve("console.log"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(server.log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    try {
      server.process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
    return server;
  }

  URL url(String application) {
    try {
      return new URL("http", "localhost", port, "/" + application + "/");
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until this is answered with this status; every other answer means "not yet". */
  void awaitStatus(int status, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/" + path);
    Instant end = Instant.now().plus(Duration.ofMinutes(4));
    while (statusOf(uri) != status) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError(name + " does not serve " + uri + "\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static int statusOf(URI uri) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  static File required(String property) {
    File file = new File(System.getProperty(property, ""));
    if (!file.exists()) {
      throw new IllegalStateException("-D" + property + " names no file. Run Maven: verify.");
    }
    return file;
  }

  @Override
  public String toString() {
    return name;
  }
}
