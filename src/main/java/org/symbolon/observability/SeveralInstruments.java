package org.symbolon.observability;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Tells each of several. */
record SeveralInstruments(List<Instruments> all) implements Instruments {

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public void count(Series series, long amount) {
    all.forEach(one -> one.count(series, amount));
  }

  @Override
  public void record(Series series, Duration duration) {
    all.forEach(one -> one.record(series, duration));
  }

  @Override
  public Closing gauge(Metric metric, DoubleSupplier value) {
    List<Closing> gauges = all.stream().map(one -> one.gauge(metric, value)).toList();
    return () -> gauges.forEach(Closing::close);
  }

  @Override
  public Span span(String name, boolean isClient, Map<String, String> attributes) {
    List<Span> spans =
        all.stream()
            .map(one -> one.span(name, isClient, attributes))
            .filter(span -> span != Span.NONE)
            .toList();
    return spans.size() == 1 ? spans.get(0) : spans.isEmpty() ? Span.NONE : new Spans(spans);
  }

  private record Spans(List<Span> all) implements Span {
    @Override
    public void failed(Throwable failure) {
      all.forEach(one -> one.failed(failure));
    }

    @Override
    public void outcome(String outcome) {
      all.forEach(one -> one.outcome(outcome));
    }

    /** The last that began ends first. */
    @Override
    public void close() {
      for (int i = all.size() - 1; i >= 0; i--) {
        all.get(i).close();
      }
    }
  }
}
