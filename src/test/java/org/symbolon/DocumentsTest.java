package org.symbolon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README and docs: their links lead somewhere, and the tests that they name exist. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|Tests|IT|Contract))\\b");

  @Test
  void links_lead_somewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        Path target =
            link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
        boolean leads =
            Files.exists(target) && (link.group(2) == null || hasHeading(target, link.group(2)));
        if (!leads) {
          dead.add(document + " " + link.group());
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void tests_that_are_named_exist() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder : List.of("src/test", "liberty/demo/src/test")) {
      sources.addAll(names(Path.of(folder)));
    }
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      Matcher test = TEST.matcher(Files.readString(document));
      while (test.find()) {
        if (!sources.contains(test.group(1) + ".java")) {
          missing.add(document + " " + test.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** As the usual viewers of Markdown make anchors of headings. */
  private static boolean hasHeading(Path document, String anchor) throws IOException {
    try (Stream<String> lines = Files.lines(document)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
          .anyMatch(anchor::equals);
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
