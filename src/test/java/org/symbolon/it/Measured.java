package org.symbolon.it;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often something was counted or timed, by the name that OpenTelemetry uses and the attributes:
 * {@code symbolon.refresh.duration{outcome=theft}}. Those that have none are left out.
 */
record Measured(Map<String, Long> counts) {

  /** What was added since. */
  Map<String, Long> since(Measured before) {
    Map<String, Long> more = new TreeMap<>();
    counts.forEach(
        (series, count) -> {
          long added = count - before.counts.getOrDefault(series, 0L);
          if (added != 0) {
            more.put(series, added);
          }
        });
    return more;
  }

  static String series(String name, Map<String, String> attributes) {
    return attributes.isEmpty() ? name : name + new TreeMap<>(attributes);
  }
}
