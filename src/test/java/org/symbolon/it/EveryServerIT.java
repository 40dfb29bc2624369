package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After the servers of this run of the build: they were and did what docs/servers.md says. */
@Tag("after-servers")
class EveryServerIT {
  private static final Path DOCUMENT = Path.of("docs/servers.md");
  private static final Pattern TEST_CASE =
      Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"[^>]*>\\s*(<skipped)?");

  @Test
  void all_had_one_and_the_same_war() throws IOException {
    String war = SameWar.digest("site.war");
    assertThat(ServerRecord.all()).isNotEmpty().allMatch(server -> server.war().equals(war));
  }

  @Test
  void they_were_the_versions_of_the_table() throws IOException {
    for (ServerRecord server : ServerRecord.all()) {
      assertThat(server.product()).contains(row(server)[2]);
    }
  }

  @Test
  void each_had_the_same_tests_and_passed_as_many_as_the_table_says() throws IOException {
    Set<Set<String>> tests = new HashSet<>();
    for (ServerRecord server : ServerRecord.all()) {
      Map<String, Boolean> ran = testsOf(server);
      tests.add(ran.keySet().stream().filter(EveryServerIT::isForAll).collect(Collectors.toSet()));
      long passed = ran.values().stream().filter(skipped -> !skipped).count();
      assertThat(row(server)[5]).as(server.profile()).isEqualTo(Long.toString(passed));
    }
    assertThat(tests).hasSize(1);
  }

  /**
   * By profile: its name, the server, the version, Jakarta EE, MicroProfile, the number of tests.
   */
  private static String[] row(ServerRecord server) throws IOException {
    String begin = "| `" + server.profile() + "` |";
    String row =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith(begin))
            .collect(Collectors.joining("\n"));
    return row.substring(1).strip().split(" *\\| *", -1);
  }

  private static boolean isForAll(String test) {
    try {
      return !Class.forName(test.split(" ", 2)[0]).isAnnotationPresent(OneOfAMaker.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** By name, whether it was skipped. The build fails by itself if one failed. */
  private static Map<String, Boolean> testsOf(ServerRecord server) throws IOException {
    Path reports = SameWar.FOLDER.resolveSibling("failsafe-reports").resolve(server.profile());
    Map<String, Boolean> tests = new TreeMap<>();
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        Matcher test = TEST_CASE.matcher(Files.readString(file));
        while (test.find()) {
          tests.put(test.group(2) + " " + test.group(1), test.group(3) != null);
        }
      }
    }
    return tests;
  }
}
