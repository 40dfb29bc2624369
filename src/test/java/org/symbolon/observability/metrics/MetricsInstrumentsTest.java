package org.symbolon.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;
import org.symbolon.observability.Instruments;
import org.symbolon.observability.Metric;
import org.symbolon.observability.Series;

/** What a registry of MicroProfile Metrics is told; a real one is asked by ObservabilityIT. */
class MetricsInstrumentsTest {
  private final Map<String, Object> told = new TreeMap<>();
  private final MetricsInstruments instruments = new MetricsInstruments(registry());

  @Test
  void counters_and_timers_have_the_attributes_as_tags() {
    instruments.count(new Series(Metric.REFUSED, List.of("theft")), 2);
    instruments.count(new Series(Metric.REFUSED, List.of("theft")), 1);
    instruments.count(new Series(Metric.THEFT, List.of()), 0);
    instruments.record(new Series(Metric.STORE, List.of("find", "done")), Duration.ofMillis(1500));
    assertThat(told)
        .isEqualTo(
            Map.of(
                "symbolon.request.refused[reason=theft]",
                3L,
                "symbolon.session.theft[]",
                0L,
                "symbolon.store.duration[operation=find, outcome=done]",
                1_500L));
  }

  @Test
  void a_gauge_is_there_until_it_is_ended() {
    Instruments.Closing gauge = instruments.gauge(Metric.KEY_AGE, () -> 7);
    assertThat(told).isEqualTo(Map.of("symbolon.key.age", 7.0));
    gauge.close();
    assertThat(told).isEmpty();
  }

  @Test
  void without_a_registry_it_is_off_and_does_nothing() {
    MetricsInstruments none = new MetricsInstruments((MetricRegistry) null);
    assertThat(none.isOn()).isFalse();
    none.count(new Series(Metric.THEFT, List.of()), 1);
    none.record(new Series(Metric.CREATE, List.of("done")), Duration.ZERO);
    none.gauge(Metric.KEY_AGE, () -> 1).close();
    assertThat(none.span("x", false, Map.of())).isSameAs(Instruments.Span.NONE);
  }

  private MetricRegistry registry() {
    return proxy(
        MetricRegistry.class,
        (method, arguments) ->
            switch (method) {
              case "counter" -> counter(name(arguments));
              case "timer" -> timer(name(arguments));
              case "gauge" -> {
                Object value = ((java.util.function.Supplier<?>) arguments[1]).get();
                told.put(((Metadata) arguments[0]).getName(), value);
                yield null;
              }
              case "remove" -> told.remove(((MetricID) arguments[0]).getName()) != null;
              default -> throw new AssertionError(method);
            });
  }

  private Counter counter(String name) {
    return proxy(Counter.class, (method, arguments) -> told.merge(name, arguments[0], this::added));
  }

  private Timer timer(String name) {
    return proxy(
        Timer.class,
        (method, arguments) -> told.merge(name, ((Duration) arguments[0]).toMillis(), this::added));
  }

  private Object added(Object a, Object b) {
    return (Long) a + (Long) b;
  }

  private static String name(Object[] arguments) {
    String tags =
        Arrays.stream((Tag[]) arguments[1])
            .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
            .toList()
            .toString();
    return ((Metadata) arguments[0]).getName() + tags;
  }

  private interface Answering {
    Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getReturnType() == void.class
                    ? discard(answering.answer(method.getName(), arguments))
                    : answering.answer(method.getName(), arguments)));
  }

  private static Object discard(Object unused) {
    return null;
  }
}
