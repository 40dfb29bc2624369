package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What operators see of an application, on a server that has what it takes. */
@EveryServer
@OneOfAMaker
class ObservabilityIT {
  private static final DatabaseProcess DATABASE = new DatabaseProcess();
  private static final TelemetryReceiver TELEMETRY = new TelemetryReceiver();
  private static final ObservedServer SERVER = ObservedServer.ofThisRun();

  /** A day, and seventy minutes in which the successor of a first key is announced. */
  private static final double MOST_AGE = 86_400.0 + 71 * 60;

  private static final String USER = "alice-whom-nobody-else-may-know";

  @Deployment(testable = false)
  static WebArchive war() throws Exception {
    DATABASE.start();
    return LibraryWar.named("observed.war")
        .with(LoginResource.class)
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.database.timeout", "PT3S")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.refresh-token.path", "/observed/api/session/refresh")
        .config("otel.sdk.disabled", "false")
        .config("otel.service.name", "observed")
        .config("otel.exporter.otlp.endpoint", TELEMETRY.endpoint())
        .config("otel.exporter.otlp.protocol", "http/protobuf")
        .config("otel.metric.export.interval", "500")
        .config("otel.bsp.schedule.delay", "200")
        .config("otel.logs.exporter", "none")
        .build();
  }

  @ArquillianResource URL base;

  @AfterAll
  static void stop() throws Exception {
    DATABASE.kill();
    TELEMETRY.stop();
  }

  /** Everything that is counted, and nothing else. */
  private Map<String, Long> session() {
    Browser owner = new Browser(base).loggedIn(USER);
    final Browser thief = owner.twin();
    for (int i = 0; i < 2; i++) {
      assertAnswer(owner.refresh()).hasStatus(200);
      assertAnswer(owner.get("api/login")).saysOk(USER);
      assertAnswer(owner.get("api/login")).saysOk(USER);
    }
    assertAnswer(thief.refresh()).hasStatus(401);
    assertAnswer(owner.refresh()).hasStatus(401);

    Browser other = new Browser(base).loggedIn(USER);
    String cookies = other.cookieHeader("api/login");
    assertAnswer(other.raw("DELETE", "api/login", cookies, "")).hasStatus(440);
    assertAnswer(other.raw("GET", "api/login", "sIdRefreshToken=x", "")).hasStatus(440);
    assertAnswer(other.raw("GET", "api/login", "sIdRefreshToken=x; sAccessToken=a.b.c", ""))
        .hasStatus(440);
    assertAnswer(other.call("DELETE", "api/login")).hasStatus(204);
    assertAnswer(new Browser(base).get("api/login")).hasStatus(401);

    Map<String, Long> counts = new TreeMap<>();
    counts.put("symbolon.session.created", 2L);
    counts.put("symbolon.session.refreshed", 2L);
    counts.put("symbolon.session.promoted", 2L);
    counts.put("symbolon.session.theft", 1L);
    counts.put("symbolon.session.revoked", 2L);
    counts.put("symbolon.create.duration{outcome=done}", 2L);
    counts.put("symbolon.revoke.duration{outcome=done}", 1L);
    counts.put("symbolon.refresh.duration{outcome=extended}", 2L);
    counts.put("symbolon.refresh.duration{outcome=theft}", 1L);
    counts.put("symbolon.refresh.duration{outcome=session_ended}", 1L);
    counts.put("symbolon.verify.duration{outcome=first_use}", 2L);
    counts.put("symbolon.verify.duration{outcome=accepted}", 3L);
    counts.put("symbolon.verify.duration{outcome=anti_csrf}", 1L);
    counts.put("symbolon.verify.duration{outcome=unknown_token}", 1L);
    counts.put("symbolon.request.refused{reason=theft}", 1L);
    counts.put("symbolon.request.refused{reason=session_ended}", 1L);
    counts.put("symbolon.request.refused{reason=anti_csrf}", 1L);
    counts.put("symbolon.request.refused{reason=no_token}", 1L);
    counts.put("symbolon.request.refused{reason=unknown_token}", 1L);
    counts.put("symbolon.request.refused{reason=no_session}", 1L);
    counts.put("symbolon.store.duration{operation=insert, outcome=done}", 2L);
    counts.put("symbolon.store.duration{operation=find, outcome=done}", 4L);
    counts.put("symbolon.store.duration{operation=promote, outcome=done}", 2L);
    counts.put("symbolon.store.duration{operation=delete_stolen, outcome=done}", 1L);
    counts.put("symbolon.store.duration{operation=delete, outcome=done}", 1L);
    return counts;
  }

  @Test
  void metrics_count_exactly_what_happened() {
    Assumptions.assumeTrue(SERVER.hasMetrics(), "no MicroProfile Metrics");
    Measured before = metrics().measured();
    Map<String, Long> expected = session();
    assertThat(withoutKeys(metrics().measured().since(before))).isEqualTo(expected);
    assertThat(metrics().gauges())
        .hasEntrySatisfying("symbolon.key.age", age -> assertThat(age).isBetween(0.0, MOST_AGE))
        .hasEntrySatisfying(
            "symbolon.key.remaining", rest -> assertThat(rest).isBetween(0.0, 86_400.0))
        .containsEntry("symbolon.key.late", 0.0);
    assertThat(SERVER.get(base, "metrics").body()).doesNotContain(USER);
  }

  @Test
  void telemetry_counts_exactly_what_happened() throws Exception {
    Assumptions.assumeTrue(SERVER.exportsNumbers(), "no numbers by OpenTelemetry");
    eventually(() -> TELEMETRY.gauges().containsKey("symbolon.key.age"));
    // what the other tests did has come when an export is over that began now
    int exports = TELEMETRY.exports();
    eventually(() -> TELEMETRY.exports() >= exports + 2);
    Measured before = TELEMETRY.measured();
    Map<String, Long> expected = session();
    eventually(() -> withoutKeys(TELEMETRY.measured().since(before)).equals(expected));
    assertThat(withoutKeys(TELEMETRY.measured().since(before))).isEqualTo(expected);
    assertThat(TELEMETRY.gauges().get("symbolon.key.remaining")).isBetween(0.0, 86_400.0);
  }

  @Test
  void spans_tell_of_refreshes_and_calls_of_the_database_and_of_nobody() throws Exception {
    Assumptions.assumeTrue(SERVER.exportsSpans(), "no spans by OpenTelemetry");
    TELEMETRY.spans().clear();
    session();
    eventually(() -> count("symbolon.refresh") >= 4);
    Span theft =
        TELEMETRY.spans().stream()
            .filter(span -> attributes(span).containsValue("theft"))
            .findFirst()
            .orElseThrow();
    assertThat(theft.getName()).isEqualTo("symbolon.refresh");
    eventually(() -> children(theft, "symbolon.store.delete_stolen").size() == 1);
    assertThat(theft.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
    Span deletion = children(theft, "symbolon.store.delete_stolen").get(0);
    assertThat(deletion.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(attributes(deletion))
        .containsEntry("db.system.name", "h2database")
        .containsEntry("db.operation.name", "DELETE")
        .containsEntry("db.collection.name", "refresh_tokens");
    assertThat(TELEMETRY.spans().toString()).doesNotContain(USER);
  }

  @Test
  void a_database_that_dies_makes_the_node_unready_and_leaves_it_alive() throws Exception {
    eventually(() -> health("ready").status() == 200);
    assertThat(health("ready").body())
        .contains("\"symbolon\"", "\"database\"", "\"answers\"", "\"next-key\"")
        .doesNotContain("late");
    DATABASE.kill();
    Instant begin = Instant.now();
    eventually(() -> health("ready").status() == 503);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(health("live").status()).isEqualTo(200);
    assertThat(health("live").body()).doesNotContain("symbolon");
    DATABASE.start();
    eventually(() -> health("ready").status() == 200);
  }

  @Test
  void the_openapi_document_has_what_the_library_serves() {
    Answer answer = SERVER.get(base, "openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("session-cookie", "sAccessToken", "session-bearer", "refresh-cookie")
        .containsPattern("\\W440\\W");
    // servers write the context path before each path, or once
    String context = answer.body().contains("/observed/api/login") ? "/observed" : "";
    assertThat(answer.body().lines().map(String::strip))
        .contains(context + "/api/login:")
        .contains(context + "/api/session/refresh:", context + "/api/signout:")
        .contains(context + "/api/session/jwks.json:")
        .contains(context + "/api/session/.well-known/openid-configuration:");
    if (context.isEmpty()) {
      assertThat(answer.body()).containsPattern("url: \"?https?://[^/]+/observed\"?\\n");
    }
  }

  private static Answer health(String which) {
    return SERVER.health(which);
  }

  private PrometheusText metrics() {
    return new PrometheusText(SERVER.get(base, "metrics").body());
  }

  private static List<Span> children(Span parent, String name) {
    return TELEMETRY.spans().stream()
        .filter(span -> span.getName().equals(name))
        .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
        .toList();
  }

  private static long count(String span) {
    return TELEMETRY.spans().stream().filter(one -> one.getName().equals(span)).count();
  }

  private static Map<String, String> attributes(Span span) {
    return TelemetryReceiver.attributes(span.getAttributesList());
  }

  /** They are loaded once a minute, whatever the test does. */
  private static Map<String, Long> withoutKeys(Map<String, Long> counts) {
    counts.keySet().removeIf(series -> series.contains("_key"));
    return counts;
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    Supplier<String> what = () -> "not within 30 s; spans: " + TELEMETRY.spans().size();
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
