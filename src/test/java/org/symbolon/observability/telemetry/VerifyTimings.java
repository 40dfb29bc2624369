package org.symbolon.observability.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.UserId;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.observability.Observability;
import org.symbolon.test.SessionsInMemory;
import org.symbolon.testing.TestNode;

/**
 * What the numbers add to the check of an access token that the node knows: a program, no test. Run
 * its {@code main} with the test class path.
 */
final class VerifyTimings {
  private static final int TOKENS = 1000;
  private static final int ROUNDS = 300;

  private final String what;
  private final SessionManager manager;
  private final List<String> tokens;
  private double best = Double.MAX_VALUE;

  private VerifyTimings(String what, SessionManager manager, List<String> tokens) {
    this.what = what;
    this.manager = manager;
    this.tokens = tokens;
  }

  public static void main(String[] arguments) {
    SessionManager plain = SessionsInMemory.start().manager();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      tokens.add(plain.create(UserId.of("user " + i), null, null).accessToken().value());
    }
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .registerMetricReader(InMemoryMetricReader.create())
                    .build())
            .build();
    List<VerifyTimings> all =
        List.of(
            new VerifyTimings("without", plain, tokens),
            new VerifyTimings("switched off", measured(OpenTelemetry.noop(), plain), tokens),
            new VerifyTimings("OpenTelemetry", measured(sdk, plain), tokens));
    for (int round = 0; round < ROUNDS; round++) {
      all.forEach(VerifyTimings::measure);
    }
    for (VerifyTimings one : all) {
      System.out.printf(
          Locale.ROOT,
          "%-14s %6.3f µs, ratio %.2f%n",
          one.what,
          one.best,
          one.best / all.get(0).best);
    }
  }

  private static SessionManager measured(OpenTelemetry telemetry, SessionManager plain) {
    DatabaseConfig config =
        TestNode.config(java.util.Map.of("symbolon.database.url", "jdbc:h2:mem:x")).database();
    return Observability.by(List.of(new TelemetryInstruments(telemetry)), config).manager(plain);
  }

  private void measure() {
    long begin = System.nanoTime();
    for (String token : tokens) {
      manager.verify(token, AntiCsrfCheck.skip());
    }
    best = Math.min(best, (System.nanoTime() - begin) / 1000.0 / tokens.size());
  }
}
