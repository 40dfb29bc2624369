package org.symbolon.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was seen, as Markdown: scenarios × libraries. */
final class ScenarioTable {
  private final List<Sdk> sdks;
  private final Map<String, Map<Sdk, String>> rows = new LinkedHashMap<>();

  ScenarioTable(List<Sdk> sdks) {
    this.sdks = sdks;
  }

  void note(Scenario scenario, Sdk sdk, String seen) {
    rows.computeIfAbsent(scenario.name(), name -> new LinkedHashMap<>()).put(sdk, seen);
  }

  String markdown() {
    Set<String> columns =
        sdks.stream().map(Sdk::column).collect(Collectors.toCollection(LinkedHashSet::new));
    StringBuilder text = new StringBuilder();
    text.append("| | ").append(String.join(" | ", columns)).append(" |\n");
    text.append("|---".repeat(columns.size() + 1)).append("|\n");
    rows.forEach(
        (name, cells) -> {
          text.append("| ").append(name);
          columns.forEach(column -> text.append(" | ").append(cell(column, cells)));
          text.append(" |\n");
        });
    return text.toString();
  }

  /** Said once where all ways to call agree. */
  private String cell(String column, Map<Sdk, String> cells) {
    List<Sdk> ways = sdks.stream().filter(sdk -> sdk.column().equals(column)).toList();
    Collection<String> seen = ways.stream().map(sdk -> cells.getOrDefault(sdk, "?")).toList();
    if (Set.copyOf(seen).size() == 1) {
      return seen.iterator().next();
    }
    return ways.stream()
        .map(sdk -> sdk.by() + ": " + cells.getOrDefault(sdk, "?"))
        .collect(Collectors.joining("; "));
  }
}
