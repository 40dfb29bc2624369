package org.symbolon.it;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What a server exports by OTLP over HTTP: the last numbers, and all spans of the library. */
final class TelemetryReceiver {
  private static final String OURS = "symbolon.";

  private final HttpServer server;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final Map<String, Double> gauges = new ConcurrentHashMap<>();
  private final AtomicInteger exports = new AtomicInteger();
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  TelemetryReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/metrics", exchange -> answer(exchange, this::metrics));
    server.createContext("/v1/traces", exchange -> answer(exchange, this::traces));
    server.start();
  }

  private interface Reader {
    void read(byte[] body) throws InvalidProtocolBufferException;
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  Measured measured() {
    return new Measured(new TreeMap<>(counts));
  }

  Map<String, Double> gauges() {
    return gauges;
  }

  /** How often numbers have come. */
  int exports() {
    return exports.get();
  }

  List<Span> spans() {
    return spans;
  }

  void stop() {
    server.stop(0);
  }

  static Map<String, String> attributes(List<KeyValue> pairs) {
    return pairs.stream()
        .collect(Collectors.toMap(KeyValue::getKey, pair -> pair.getValue().getStringValue()));
  }

  private static void answer(HttpExchange exchange, Reader reader) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream in = zipped ? new GZIPInputStream(raw) : raw) {
      reader.read(in.readAllBytes());
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void metrics(byte[] body) throws InvalidProtocolBufferException {
    ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .filter(metric -> metric.getName().startsWith(OURS))
        .forEach(this::add);
    exports.incrementAndGet();
  }

  private void add(Metric metric) {
    String name = metric.getName();
    for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
      counts.put(Measured.series(name, attributes(point.getAttributesList())), point.getAsInt());
    }
    for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
      counts.put(Measured.series(name, attributes(point.getAttributesList())), point.getCount());
    }
    for (NumberDataPoint point : metric.getGauge().getDataPointsList()) {
      gauges.put(name, point.getAsDouble());
    }
  }

  private void traces(byte[] body) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .filter(span -> span.getName().startsWith(OURS))
        .forEach(spans::add);
  }
}
