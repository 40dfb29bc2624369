package org.symbolon.observability;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.DatabaseConfig;

/**
 * Measures each call of the database, and makes a span of it, with the attributes that
 * OpenTelemetry's conventions for databases name.
 */
final class StoreMeter {
  private static final String DONE = "done";
  private static final String FAILED = "failed";

  private final Instruments instruments;
  private final Map<StoreOperation, Map<String, String>> attributes = new HashMap<>();

  StoreMeter(Instruments instruments, DatabaseConfig config) {
    this.instruments = instruments;
    String system = system(config.url());
    for (StoreOperation operation : StoreOperation.values()) {
      String table = operation.isOfKeys() ? config.signingKeyTable() : config.refreshTokensTable();
      Map<String, String> all = new HashMap<>();
      all.put("db.operation.name", operation.verb());
      all.put("db.collection.name", table);
      if (system != null) {
        all.put("db.system.name", system);
      }
      attributes.put(operation, Map.copyOf(all));
    }
  }

  <T extends @Nullable Object> T call(StoreOperation operation, Supplier<T> call) {
    String word = Series.word(operation);
    Map<String, String> about = attributes.getOrDefault(operation, Map.of());
    long begin = System.nanoTime();
    String outcome = FAILED;
    try (Instruments.Span span = instruments.span("symbolon.store." + word, true, about)) {
      try {
        T result = call.get();
        outcome = DONE;
        return result;
      } catch (RuntimeException e) {
        span.failed(e);
        throw e;
      }
    } finally {
      instruments.record(
          Series.of(Metric.STORE, word, outcome), Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  void run(StoreOperation operation, Runnable call) {
    this.<@Nullable Void>call(
        operation,
        () -> {
          call.run();
          return null;
        });
  }

  /** By the names of the conventions; of a data source it is not known. */
  private static @Nullable String system(@Nullable String url) {
    String[] parts = url == null ? new String[0] : url.split(":", 3);
    return parts.length < 2
        ? null
        : switch (parts[1]) {
          case "mysql" -> "mysql";
          case "mariadb" -> "mariadb";
          case "h2" -> "h2database";
          default -> null;
        };
  }
}
