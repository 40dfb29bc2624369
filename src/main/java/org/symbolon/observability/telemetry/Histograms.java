package org.symbolon.observability.telemetry;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import org.symbolon.observability.Metric;

/** Histograms of seconds. */
final class Histograms {
  /** From what a check in memory takes to what a database may take at the most. */
  private static final List<Double> SECONDS =
      List.of(
          0.00001, 0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  private Histograms() {}

  static DoubleHistogram build(Meter meter, Metric metric) {
    DoubleHistogramBuilder builder =
        meter
            .histogramBuilder(metric.title())
            .setUnit(metric.unit())
            .setDescription(metric.description());
    try {
      builder.setExplicitBucketBoundariesAdvice(SECONDS);
    } catch (NoSuchMethodError e) {
      // MicroProfile Telemetry 1.1 (Payara 6) has an API without it, and exports no numbers anyway
    }
    return builder.build();
  }
}
