package org.symbolon.observability.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.symbolon.observability.Instruments;
import org.symbolon.observability.Metric;
import org.symbolon.observability.Series;

/**
 * By OpenTelemetry: that of the bean of this type, which MicroProfile Telemetry makes. The global
 * one is left alone: to ask for it would set it.
 */
@Dependent
public class TelemetryInstruments implements Instruments {
  private static final String SCOPE = "org.symbolon";
  private static final double NANOS = 1e9;

  private final OpenTelemetry telemetry;
  private final Tracer tracer;
  private final Meter meter;
  private final Map<Metric, LongCounter> counters = new EnumMap<>(Metric.class);
  private final Map<Metric, DoubleHistogram> timers = new EnumMap<>(Metric.class);
  private final Map<Series, Attributes> attributes = new ConcurrentHashMap<>();

  /** For CDI. */
  @Inject
  public TelemetryInstruments(Instance<OpenTelemetry> beans) {
    this(beans.isResolvable() ? beans.get() : OpenTelemetry.noop());
  }

  TelemetryInstruments(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
    this.tracer = telemetry.getTracer(SCOPE);
    this.meter = telemetry.getMeter(SCOPE);
    for (Metric metric : Metric.values()) {
      switch (metric.kind()) {
        case COUNTER ->
            counters.put(
                metric,
                meter
                    .counterBuilder(metric.title())
                    .setUnit(metric.unit())
                    .setDescription(metric.description())
                    .build());
        case TIMER -> timers.put(metric, Histograms.build(meter, metric));
        case GAUGE -> {}
      }
    }
  }

  /** Where it is switched off, servers give one that does nothing. */
  @Override
  public boolean isOn() {
    return telemetry.getMeterProvider() != MeterProvider.noop()
        || telemetry.getTracerProvider() != TracerProvider.noop();
  }

  @Override
  public void count(Series series, long amount) {
    LongCounter counter = counters.get(series.metric());
    if (counter != null) {
      counter.add(amount, attributes(series));
    }
  }

  @Override
  public void record(Series series, Duration duration) {
    DoubleHistogram timer = timers.get(series.metric());
    if (timer != null) {
      timer.record(duration.toNanos() / NANOS, attributes(series));
    }
  }

  @Override
  public Closing gauge(Metric metric, DoubleSupplier value) {
    ObservableDoubleGauge gauge =
        meter
            .gaugeBuilder(metric.title())
            .setUnit(metric.unit())
            .setDescription(metric.description())
            .buildWithCallback(
                measurement -> {
                  double now = value.getAsDouble();
                  if (!Double.isNaN(now)) {
                    measurement.record(now);
                  }
                });
    return gauge::close;
  }

  @Override
  public Span span(String name, boolean isClient, Map<String, String> about) {
    SpanBuilder builder =
        tracer.spanBuilder(name).setSpanKind(isClient ? SpanKind.CLIENT : SpanKind.INTERNAL);
    about.forEach(builder::setAttribute);
    return new CurrentSpan(builder.startSpan());
  }

  private Attributes attributes(Series series) {
    return attributes.computeIfAbsent(series, TelemetryInstruments::attributesOf);
  }

  private static Attributes attributesOf(Series series) {
    List<String> names = series.metric().attributes();
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < names.size(); i++) {
      builder.put(names.get(i), series.values().get(i));
    }
    return builder.build();
  }
}
