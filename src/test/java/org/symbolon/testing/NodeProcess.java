package org.symbolon.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Node process that runs {@code src/test/npm/library.js}: a request a line, an answer a line.
 * Whatever goes wrong is thrown with what the process wrote to its standard error.
 */
final class NodeProcess implements AutoCloseable {
  private static final Path FOLDER =
      Path.of(System.getProperty("symbolon.test.directory", "target"), "npm");
  private static final int PATIENCE_SECONDS = 60;

  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Path errors;
  private final Process process;
  private final Writer input;

  NodeProcess() {
    try {
      errors = Files.createTempFile(Files.createDirectories(FOLDER), "stderr-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder("node", "library.js")
              .directory(FOLDER.toFile())
              .redirectError(errors.toFile());
      // the library's own switch: it lifts the bounds of times, and nothing else
      builder.environment().put("TEST_MODE", "testing");
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Node.js does not start; was npm ci run in " + FOLDER, e);
    }
    input = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "answers of Node");
    reader.setDaemon(true);
    reader.start();
  }

  /** The answer, be it a result or an error of the library's. Any number of threads at once. */
  JsonObject call(String operation, JsonObject arguments) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    JsonObject request =
        Json.createObjectBuilder(arguments).add("id", id).add("operation", operation).build();
    try {
      send(request);
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Node does not answer " + operation + ": " + errors(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      waiting.remove(id);
    }
  }

  private synchronized void send(JsonObject request) throws IOException {
    input.write(request + "\n");
    input.flush();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = output.readLine()) != null) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          JsonObject answer = json.readObject();
          CompletableFuture<JsonObject> asked = waiting.get(answer.getInt("id"));
          if (asked != null) {
            asked.complete(answer);
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      waiting.values().forEach(answer -> answer.completeExceptionally(e));
    }
    waiting
        .values()
        .forEach(answer -> answer.completeExceptionally(new IOException("the process has ended")));
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      input.close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Node does not end: " + errors());
      }
      Files.delete(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
