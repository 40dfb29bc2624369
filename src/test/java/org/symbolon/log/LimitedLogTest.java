package org.symbolon.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.testing.LogLines;

class LimitedLogTest {
  private static final Path SOURCES = Path.of("src/main/java/org/symbolon");

  /** A line of its own, that anybody sees by default. */
  private static final Pattern PLAIN =
      Pattern.compile("LOG\\.log\\(\\s*+(?!(System\\.Logger\\.)?Level\\.DEBUG\\b)");

  /** Who writes such lines without a limit, since no request multiplies them. */
  private static final List<String> WITHOUT_LIMIT =
      List.of(
          // at the start
          "cdi/SymbolonBeans",
          "cdi/SymbolonExtension",
          "config/KeyEncryptionConfigReader",
          "config/SessionConfigReader",
          "config/Settings",
          "database/Database",
          // in the background, or once for each thing that is found
          "core/CronTimer",
          "core/ExpiredSessionRemoval",
          "database/DatabaseClock",
          "http/DeclaredMethods",
          "http/RefreshFilter",
          "key/KeyRemoval",
          "key/KeySnapshot",
          "key/KeyTable",
          "key/LateKeys",
          "key/ProtectedKeyStore",
          "key/SigningKeys",
          "key/SuppliedKeys",
          "reference/ReferenceKeys",
          // once for each JAX-RS application, and once at all
          "servlet/PresenceCheckFilter",
          "servlet/RegistrationCheck",
          "servlet/RefusingFilter",
          "servlet/WelcomeFiles",
          // a line for each session that was stolen: nobody may hide one among others
          "core/ReactingToTheft");

  private final AtomicLong nanos = new AtomicLong(-5);
  private final LimitedLog log =
      new LimitedLog(System.getLogger(LimitedLogTest.class.getName()), nanos::get);

  @Test
  void ten_a_minute_are_written_and_the_others_counted() {
    try (LogLines lines = LogLines.of(LimitedLogTest.class)) {
      for (int i = 1; i <= 4721; i++) {
        log.log(Level.WARNING, "answered {0}", "no. " + i);
      }
      assertThat(lines.warnings())
          .hasSize(10)
          .startsWith("answered no. 1")
          .endsWith("answered no. 10");
      nanos.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
      log.log(Level.WARNING, "answered {0}", "too early");
      assertThat(lines.warnings()).hasSize(10);
      nanos.addAndGet(1);
      log.log(Level.WARNING, "answered {0}", "again");
      log.log(Level.WARNING, "answered {0}", "once more");
      assertThat(lines.warnings())
          .hasSize(12)
          .endsWith(
              "answered again (and 4,712 more like it that were left out)", "answered once more");
    }
  }

  @Test
  void lines_with_a_stack_count_as_well() {
    try (LogLines lines = LogLines.of(LimitedLogTest.class)) {
      for (int i = 0; i < 100; i++) {
        log.log(Level.ERROR, "{failed}", new IllegalStateException("x"));
      }
      assertThat(lines.errors()).hasSize(10).containsOnly("{failed}");
    }
  }

  /** Whoever writes a line decides whether a stranger can multiply it. */
  @Test
  void nobody_else_writes_without_a_limit() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        if (PLAIN.matcher(Files.readString(file)).find()) {
          found.add(SOURCES.relativize(file).toString().replace(".java", ""));
        }
      }
    }
    assertThat(found).isSubsetOf(WITHOUT_LIMIT);
  }
}
