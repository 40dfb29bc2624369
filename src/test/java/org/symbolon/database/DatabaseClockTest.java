package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

class DatabaseClockTest {

  @Test
  void it_follows_the_database_whatever_the_machine_says() {
    SettableClock machine = new SettableClock();
    DatabaseClock clock = new DatabaseClock(machine);
    assertThat(clock.instant()).isEqualTo(machine.instant());
    Instant before = machine.instant();
    Instant database = before.plus(Duration.ofMinutes(3));
    machine.advance(Duration.ofMillis(200));
    clock.adjust(before, database, machine.instant());
    assertThat(clock.instant()).isEqualTo(database.plusMillis(100));
    machine.advance(Duration.ofSeconds(7));
    assertThat(clock.instant()).isEqualTo(database.plusMillis(7100));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void the_database_is_asked_for_milliseconds_in_no_time_zone_but_utc(TestServer server) {
    try (TestNode node = new TestNode(server.freshDatabase(), InstantSource.system())) {
      node.database.call(
          "measure",
          session -> {
            node.database.measureClock(session);
            return true;
          });
      assertThat(node.database.clock().instant())
          .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }
  }
}
