package org.symbolon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The demo on its own server configuration, as a process of its own, on a port for tests. */
final class DemoServer implements AutoCloseable {
  static final String PORT = property("it.http.port");
  static final String URL = "http://localhost:" + PORT + "/";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path log;
  private final Process process;

  private DemoServer(String name, Map<String, String> environment) throws IOException {
    log = Path.of(property("it.user.directory"), name + ".log");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path script = Path.of(property("it.liberty"), "bin", windows ? "server.bat" : "server");
    script.toFile().setExecutable(true);
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "run", name);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_USER_DIR", property("it.user.directory"));
    builder.environment().put("HTTP_PORT", property("it.http.port"));
    // it is stopped before a better compiler would pay
    builder.environment().put("JVM_ARGS", "-XX:TieredStopAtLevel=1");
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Returns when the demo answers. */
  static DemoServer start(Map<String, String> environment) throws Exception {
    return start("demo", environment, () -> new Browser().get("api/public").statusCode() == 200);
  }

  /** Starts another server of the same folder, and returns when {@code ready} holds. */
  static DemoServer start(String name, Callable<Boolean> ready) throws Exception {
    return start(name, Map.of(), ready);
  }

  private static DemoServer start(
      String name, Map<String, String> environment, Callable<Boolean> ready) throws Exception {
    DemoServer server = new DemoServer(name, environment);
    server.await(ready);
    return server;
  }

  /** Returns when the server has said that it did not start the demo. */
  static DemoServer startInVain(Map<String, String> environment) throws Exception {
    DemoServer server = new DemoServer("demo", environment);
    // "an exception occurred while …", and "the server is ready …", which also says that it listens
    server.await(() -> server.log().contains("CWWKZ0002E") && server.log().contains("CWWKF0011I"));
    return server;
  }

  /** What the server has printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  private void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the demo did not do what was expected:\n" + log());
      }
      Thread.sleep(250);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (process.waitFor(30, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("-D" + name + " is missing. Run the tests with Maven.");
    }
    return value;
  }
}
