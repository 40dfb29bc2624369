package org.symbolon.neighbour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened in a fleet, by name; printed, and left in a file beside the other reports. */
final class FleetCounts {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void add(String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  long of(String what) {
    return counts.getOrDefault(what, new LongAdder()).sum();
  }

  /** As a table of Markdown, which is how docs/neighbour.md shows it. */
  void report(String title, List<String> order) throws IOException {
    StringBuilder table = new StringBuilder("| " + title + " | |\n|---|---:|\n");
    for (String what : order) {
      table.append(String.format(Locale.ROOT, "| %s | %,d |%n", what, of(what)));
    }
    System.out.print(table);
    Path folder = Path.of(System.getProperty("symbolon.test.directory", "target"));
    Files.writeString(folder.resolve("neighbour-fleet.md"), table);
  }
}
