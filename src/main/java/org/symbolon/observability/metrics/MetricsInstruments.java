package org.symbolon.observability.metrics;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;
import org.symbolon.observability.Instruments;
import org.symbolon.observability.Metric;
import org.symbolon.observability.Series;

/** By MicroProfile Metrics: in the registry of the application. It has no spans. */
@Dependent
public class MetricsInstruments implements Instruments {
  private final @Nullable MetricRegistry registry;
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  /** For CDI. */
  @Inject
  public MetricsInstruments(Instance<MetricRegistry> beans) {
    this(beans.isResolvable() ? beans.get() : null);
  }

  MetricsInstruments(@Nullable MetricRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean isOn() {
    return registry != null;
  }

  @Override
  public void count(Series series, long amount) {
    if (registry != null) {
      counters
          .computeIfAbsent(series, one -> registry.counter(metadata(one.metric()), tags(one)))
          .inc(amount);
    }
  }

  @Override
  public void record(Series series, Duration duration) {
    if (registry != null) {
      timers
          .computeIfAbsent(series, one -> registry.timer(metadata(one.metric()), tags(one)))
          .update(duration);
    }
  }

  @Override
  public Closing gauge(Metric metric, DoubleSupplier value) {
    if (registry == null) {
      return Closing.NOTHING;
    }
    registry.gauge(metadata(metric), value::getAsDouble);
    MetricID id = new MetricID(metric.title());
    return () -> registry.remove(id);
  }

  @Override
  public Span span(String name, boolean isClient, Map<String, String> attributes) {
    return Span.NONE;
  }

  /** Payara wants to be told that timers are in seconds; others know. */
  private static Metadata metadata(Metric metric) {
    return Metadata.builder()
        .withName(metric.title())
        .withDescription(metric.description())
        .withUnit(metric.unit().equals("s") ? MetricUnits.SECONDS : MetricUnits.NONE)
        .build();
  }

  private static Tag[] tags(Series series) {
    List<String> names = series.metric().attributes();
    Tag[] tags = new Tag[names.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = new Tag(names.get(i), series.values().get(i));
    }
    return tags;
  }
}
