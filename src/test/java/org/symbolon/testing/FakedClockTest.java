package org.symbolon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows, where a run was given another clock ({@code .ci/run clock}), that the run has it. */
@EnabledIfSystemProperty(named = "symbolon.test.clock", matches = ".+")
class FakedClockTest {

  @Test
  void the_run_has_the_clock_that_it_was_given() {
    Instant given = Instant.parse(System.getProperty("symbolon.test.clock"));
    assertThat(Instant.now()).isBetween(given, given.plus(Duration.ofHours(2)));
    assertThat(System.currentTimeMillis()).isCloseTo(Instant.now().toEpochMilli(), within(10_000L));
  }

  @Test
  void it_has_the_zone_and_the_locale() {
    assertThat(ZoneId.systemDefault())
        .isEqualTo(ZoneId.of(System.getProperty("symbolon.test.zone")));
    assertThat(Locale.getDefault())
        .isEqualTo(Locale.forLanguageTag(System.getProperty("symbolon.test.locale")));
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "MARIADB"})
  void the_databases_have_the_same_clock(TestServer server) {
    SettableClock clock = new SettableClock();
    try (TestNode node = new TestNode(server.freshDatabase(), clock)) {
      node.database.open();
      assertThat(node.database.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }
}
