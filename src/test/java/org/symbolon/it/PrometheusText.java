package org.symbolon.it;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the library's lines of what {@code /metrics} answers. */
final class PrometheusText {
  private static final Pattern LINE =
      Pattern.compile("(?m)^(symbolon_\\w+?)(?:\\{(.*)\\})? ([-+\\w.]+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Double> gauges = new TreeMap<>();

  PrometheusText(String text) {
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      add(line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3)));
    }
  }

  Measured measured() {
    return new Measured(counts);
  }

  Map<String, Double> gauges() {
    return gauges;
  }

  private void add(String name, Map<String, String> labels, double value) {
    if (name.endsWith("_total")) {
      counts.put(Measured.series(title(name, "_total"), labels), (long) value);
    } else if (name.endsWith("_seconds_count")) {
      counts.put(Measured.series(title(name, "_seconds_count"), labels), (long) value);
    } else if (name.startsWith("symbolon_key_")) {
      gauges.put(title(name, "_seconds"), value);
    }
  }

  private static String title(String name, String suffix) {
    String title =
        name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    return title.replace('_', '.');
  }

  /** Without those of the server itself. */
  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      if (!label.group(1).startsWith("mp_")) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return labels;
  }
}
