package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After the servers of this run of the build: they are what docs/servers.md says. */
@Tag("after-servers")
class EveryServerIT {
  private static final Path DOCUMENT = Path.of("docs/servers.md");
  private static final Pattern TEST_CASE =
      Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"");

  @Test
  void all_have_had_one_and_the_same_war() throws IOException {
    String war = SameWar.digest("site.war");
    assertThat(ServerRecord.all()).isNotEmpty().allMatch(server -> server.war().equals(war));
  }

  @Test
  void they_are_the_versions_of_the_table() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (ServerRecord server : ServerRecord.all()) {
      Matcher row =
          Pattern.compile("(?m)^\\| `" + server.profile() + "` \\| ([^|]+) \\| ([^|]+) \\|")
              .matcher(document);
      assertThat(row.find()).as(server.profile()).isTrue();
      assertThat(server.product()).contains(row.group(2));
    }
  }

  @Test
  void they_ran_the_same_tests_and_as_many_as_the_document_says() throws IOException {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (ServerRecord server : ServerRecord.all()) {
      tests.put(server.profile(), testsOf(server.profile()));
    }
    assertThat(Set.copyOf(tests.values())).as(tests.keySet().toString()).hasSize(1);
    int count = tests.values().iterator().next().size();
    assertThat(Files.readString(DOCUMENT)).contains("the same " + count + " tests");
  }

  private static Set<String> testsOf(String profile) throws IOException {
    Path reports = SameWar.FOLDER.resolveSibling("failsafe-reports").resolve(profile);
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        String report = Files.readString(file);
        assertThat(report).as(file.toString()).doesNotContain("<skipped");
        Matcher test = TEST_CASE.matcher(report);
        while (test.find()) {
          tests.add(test.group(2) + " " + test.group(1));
        }
      }
    }
    return tests;
  }
}
