package org.symbolon.observability;

import java.util.List;
import java.util.Locale;

/**
 * A metric with a value for each of its attributes. There are few of them: values are words of the
 * library's, never something that a client or a user sent.
 *
 * @param metric which
 * @param values in the order of its attributes
 */
public record Series(Metric metric, List<String> values) {

  /** Checks the number of values. */
  public Series {
    if (values.size() != metric.attributes().size()) {
      throw new IllegalArgumentException(metric + " has the attributes " + metric.attributes());
    }
  }

  static Series of(Metric metric, String... values) {
    return new Series(metric, List.of(values));
  }

  /** How a constant is written in an attribute. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
