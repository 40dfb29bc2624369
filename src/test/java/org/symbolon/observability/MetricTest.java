package org.symbolon.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionException;

/** The tables of docs/observability.md are those of the code. */
class MetricTest {
  private final String document = read();

  @Test
  void the_document_has_each_metric_with_kind_unit_and_attributes_and_no_other() {
    List<String> rows =
        Arrays.stream(Metric.values())
            .map(
                metric ->
                    "| `%s` | %s | `%s` | %s |"
                        .formatted(
                            metric.title(),
                            metric.kind().name().toLowerCase(Locale.ROOT),
                            metric.unit(),
                            metric.attributes().isEmpty()
                                ? "–"
                                : metric.attributes().stream()
                                    .map(name -> "`" + name + "`")
                                    .collect(Collectors.joining(", "))))
            .toList();
    List<String> documented =
        document
            .lines()
            .filter(line -> line.matches("\\| `symbolon\\.[a-z.]+` \\|.*"))
            .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
            .toList();
    assertThat(documented).isEqualTo(rows);
  }

  @Test
  void the_document_has_each_reason_and_each_operation() {
    assertThat(
            Stream.concat(
                Arrays.stream(SessionException.Reason.values()),
                Arrays.stream(StoreOperation.values())))
        .allSatisfy(value -> assertThat(document).contains("`" + Series.word(value) + "`"));
  }

  @Test
  void a_series_has_a_value_for_each_attribute() {
    assertThatThrownBy(() -> Series.of(Metric.STORE, "find"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs/observability.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
