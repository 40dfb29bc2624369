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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** README and docs: their links lead somewhere, and the tests that they name exist. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|Tests|IT|Contract))(?:#(\\w+))?\\b");

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
    List<Path> sources = new ArrayList<>();
    for (String folder : List.of("src/test", "liberty/demo/src/test")) {
      sources.addAll(files(Path.of(folder)));
    }
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      Matcher test = TEST.matcher(Files.readString(document));
      while (test.find()) {
        if (!isThere(sources, test.group(1), test.group(2))) {
          missing.add(document + " " + test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Two test classes may have one name. */
  private static boolean isThere(List<Path> sources, String type, @Nullable String method)
      throws IOException {
    for (Path source : sources) {
      if (source.endsWith(type + ".java")
          && (method == null || Files.readString(source).contains("void " + method + "("))) {
        return true;
      }
    }
    return false;
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

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
