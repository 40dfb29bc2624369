package org.symbolon.observability.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.observability.Instruments;
import org.symbolon.observability.Observability;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** What OpenTelemetry's own library gets to see. */
class TelemetryInstrumentsTest {
  private static final UserId ALICE = UserId.of("alice-whom-nobody-may-know");

  private final SettableClock clock = new SettableClock();
  private final TestNode node =
      new TestNode(
          Map.of(
              "symbolon.database.url",
              "jdbc:h2:mem:telemetry",
              "symbolon.database.user",
              "sa",
              "symbolon.database.timeout",
              "PT1M"),
          clock);
  private final InMemoryMetricReader numbers = InMemoryMetricReader.create();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(numbers).build())
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();
  private final Observability observability =
      Observability.by(List.of(new TelemetryInstruments(sdk)), node.config.database());
  private final SessionManager manager =
      observability.manager(
          new DefaultSessionManager(
              node.config,
              observability.sessions(node.store),
              node.format,
              clock,
              new SecureRandom(),
              observability.events(event -> {})));

  @AfterEach
  void stop() {
    node.close();
    sdk.close();
  }

  @Test
  void each_kind_of_refresh_is_told_apart() {
    SessionTokens login = manager.create(ALICE, null, null);
    SessionTokens child = refresh(login);
    use(child);
    refresh(login); // late
    SessionTokens grandchild = refresh(refresh(child)); // unused before
    use(grandchild);
    clock.advance(Duration.ofHours(1));
    assertThatThrownBy(() -> refresh(login)).isInstanceOf(TokenTheftDetectedException.class);
    assertThatThrownBy(() -> refresh(child)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> manager.refresh("garbage")).isInstanceOf(UnauthorisedException.class);
    assertThat(counts("symbolon.refresh.duration"))
        .isEqualTo(
            Map.of(
                "extended",
                2L,
                "repeat",
                1L,
                "promoted",
                1L,
                "theft",
                1L,
                "session_ended",
                1L,
                "unknown_token",
                1L));
    assertThat(sum("symbolon.session.repeat")).isEqualTo(1);
    assertThat(sum("symbolon.session.theft")).isEqualTo(1);
    assertThat(sum("symbolon.session.promoted")).isEqualTo(3);
  }

  @Test
  void a_failure_of_the_database_is_a_failed_span_without_the_text() {
    SessionTokens login = manager.create(ALICE, null, null);
    node.close();
    spans.reset();
    assertThatThrownBy(() -> refresh(login)).isInstanceOf(SessionStoreException.class);
    assertThat(counts("symbolon.refresh.duration")).isEqualTo(Map.of("unavailable", 1L));
    assertThat(counts("symbolon.store.duration")).containsEntry("find failed", 1L);
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .containsExactly("symbolon.store.find", "symbolon.refresh");
    assertThat(spans.getFinishedSpanItems())
        .allSatisfy(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(span.getStatus().getDescription()).isEmpty();
              assertThat(span.getEvents()).isEmpty();
              assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                  .isEqualTo(SessionStoreException.class.getName());
            });
  }

  @Test
  void calls_of_the_database_are_client_spans_below_the_refresh_and_name_nobody() {
    SessionTokens login = manager.create(ALICE, null, null);
    spans.reset();
    refresh(login);
    SpanData call = spans.getFinishedSpanItems().get(0);
    SpanData refresh = spans.getFinishedSpanItems().get(1);
    assertThat(refresh.getName()).isEqualTo("symbolon.refresh");
    assertThat(call.getParentSpanId()).isEqualTo(refresh.getSpanId());
    assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
    Map<String, String> about = new TreeMap<>();
    call.getAttributes().forEach((key, value) -> about.put(key.getKey(), value.toString()));
    assertThat(about)
        .isEqualTo(
            Map.of(
                "db.system.name", "h2database",
                "db.operation.name", "SELECT",
                "db.collection.name", "refresh_tokens"));
  }

  @Test
  void a_check_has_no_span_and_its_time_is_in_seconds() {
    SessionTokens login = manager.create(ALICE, null, null);
    spans.reset();
    for (int i = 0; i < 3; i++) {
      use(login);
    }
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    HistogramPointData point =
        metric("symbolon.verify.duration").getHistogramData().getPoints().iterator().next();
    assertThat(metric("symbolon.verify.duration").getUnit()).isEqualTo("s");
    assertThat(point.getCount()).isEqualTo(3);
    assertThat(point.getSum()).isBetween(0.0, 10.0);
    assertThat(point.getBoundaries()).contains(0.0001, 5.0);
  }

  @Test
  void counters_are_there_before_anything_has_happened() {
    assertThat(sum("symbolon.session.theft")).isZero();
  }

  @Test
  void the_age_of_the_key_and_the_time_to_the_next_follow_the_clock_until_they_are_ended() {
    manager.create(ALICE, null, null);
    Instruments.Closing gauges = observability.keys(node.keys::status, clock);
    // ten o'clock in the morning; keys change at midnight
    assertThat(gauge("symbolon.key.age")).isEqualTo(36_000);
    assertThat(gauge("symbolon.key.remaining")).isEqualTo(50_400);
    assertThat(gauge("symbolon.key.late")).isZero();
    clock.advance(Duration.ofMinutes(10));
    assertThat(gauge("symbolon.key.age")).isEqualTo(36_600);
    clock.advance(Duration.ofHours(13));
    assertThat(gauge("symbolon.key.late")).as("nobody has announced the next one").isEqualTo(1);
    gauges.close();
    assertThat(numbers.collectAllMetrics())
        .extracting(MetricData::getName)
        .doesNotContain("symbolon.key.age", "symbolon.key.remaining", "symbolon.key.late");
  }

  @Test
  void where_it_is_switched_off_nothing_is_put_around_anything() {
    Observability none =
        Observability.by(
            List.of(new TelemetryInstruments(OpenTelemetry.noop())), node.config.database());
    assertThat(none.manager(node.manager)).isSameAs(node.manager);
    assertThat(none.sessions(node.store)).isSameAs(node.store);
    none.refused(new UnauthorisedException("of no interest"));
  }

  @Test
  void nothing_that_is_exported_names_a_user() {
    SessionTokens login = manager.create(ALICE, null, null);
    use(refresh(login));
    assertThat(numbers.collectAllMetrics() + " " + spans.getFinishedSpanItems())
        .contains("symbolon.create.duration", "symbolon.store.promote")
        .doesNotContain(ALICE.toString(), login.session().handle().toString());
  }

  private SessionTokens refresh(SessionTokens tokens) {
    return manager.refresh(tokens.refreshToken().value());
  }

  private void use(SessionTokens tokens) {
    manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip());
  }

  private MetricData metric(String name) {
    return numbers.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** By the values of the attributes. */
  private Map<String, Long> counts(String timer) {
    Map<String, Long> counts = new TreeMap<>();
    for (HistogramPointData point : metric(timer).getHistogramData().getPoints()) {
      counts.put(values(point), point.getCount());
    }
    return counts;
  }

  private static String values(HistogramPointData point) {
    String operation = point.getAttributes().get(AttributeKey.stringKey("operation"));
    String outcome = point.getAttributes().get(AttributeKey.stringKey("outcome"));
    return operation == null ? outcome : operation + " " + outcome;
  }

  private long sum(String counter) {
    return metric(counter).getLongSumData().getPoints().stream()
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  private double gauge(String name) {
    return metric(name).getDoubleGaugeData().getPoints().iterator().next().getValue();
  }
}
