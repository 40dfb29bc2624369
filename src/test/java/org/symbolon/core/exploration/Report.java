package org.symbolon.core.exploration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The table of all explorations of a JVM: standard output and {@code
 * target/rotation-exploration-N.md}.
 */
final class Report {
  private static final Path FILE =
      Path.of(
          System.getProperty("symbolon.test.directory", "target"),
          "rotation-exploration" + System.getProperty("symbolon.test.suffix", "") + ".md");
  private static final String HEAD =
      """
      | property | rules | bounds | states | transitions | outcome | steps |
      |---|---|---|---:|---:|---|---:|
      """;
  private static final TreeMap<String, String> ROWS = new TreeMap<>();
  private static final List<String> STORIES = new ArrayList<>();

  private Report() {}

  /** Adds a row, and the story of a counterexample; rows are sorted. */
  static synchronized void add(String property, String rules, String bounds, Exploration found) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %,d | %,d | %s | %s |%n",
            property,
            rules,
            bounds,
            found.states(),
            found.transitions(),
            found.holds() ? "holds" : "**broken**",
            found.holds() ? "" : found.counterexample().size());
    ROWS.put(property + (found.holds() ? 0 : 1) + rules + bounds, row);
    String title = property + ", " + rules + ", " + bounds;
    System.out.print(row);
    if (!found.holds()) {
      System.out.println(title + ": " + found.story());
      STORIES.add("\n" + title + ": " + found.story() + "\n");
    }
    write(HEAD + String.join("", ROWS.values()) + String.join("", STORIES));
  }

  private static void write(String text) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
