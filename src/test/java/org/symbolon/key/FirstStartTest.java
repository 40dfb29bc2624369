package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** A node may be started at any time of the day: it signs at once, and nothing is late. */
class FirstStartTest {
  /** Keys of access tokens change now, and those of refresh tokens too. */
  private static final Instant TURN = Instant.parse("2026-12-03T00:00:00Z");

  private final Logger log = Logger.getLogger(KeyTable.class.getName());
  private final SettableClock clock = new SettableClock();
  private MemoryKeyStore store = new MemoryKeyStore();

  @BeforeEach
  void saysNothingOfThousandsOfKeys() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void saysItAgain() {
    log.setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symbolon.access-token.algorithm=HS256",
        "symbolon.access-token.algorithm=ES256",
        "symbolon.access-token.key-update-interval=PT1H",
        "symbolon.access-token.key-update-interval=P30D",
        "symbolon.access-token.key-announcement=PT0S",
        "symbolon.access-token.key-announcement=PT90S",
        "symbolon.access-token.key-announcement=P7D",
        "symbolon.access-token.key-rotation=false",
        "symbolon.refresh-token.key-update-interval=P1D"
      })
  void in_the_last_minutes_of_a_slot_it_is_as_at_any_other_time(String property) {
    for (int seconds = 0; seconds <= 80 * 60; seconds += 90) {
      store = new MemoryKeyStore();
      clock.set(TURN.minusSeconds(seconds));
      SigningKeys keys = node(property);
      keys.current(KeyPurpose.ACCESS);
      assertNothingIsLate(keys);
    }
  }

  @Test
  void of_two_nodes_that_start_one_after_the_other_neither_is_late() {
    for (int seconds = 0; seconds <= 80 * 60; seconds += 90) {
      store = new MemoryKeyStore();
      clock.set(TURN.minusSeconds(seconds));
      SigningKeys first = node("symbolon.access-token.algorithm=HS256");
      first.current(KeyPurpose.ACCESS);
      clock.advance(Duration.ofSeconds(70));
      SigningKeys second = node("symbolon.access-token.algorithm=HS256");
      second.current(KeyPurpose.ACCESS);
      first.renew();
      assertThat(List.of(first.status(), second.status()))
          .allMatch(status -> status.signs() && !status.isLate());
      assertThat(second.current(KeyPurpose.ACCESS).id())
          .isEqualTo(first.current(KeyPurpose.ACCESS).id());
      assertNothingIsLate(second);
    }
  }

  @Test
  void after_a_week_without_a_node_it_is_as_at_a_first_start() {
    for (int seconds = 0; seconds <= 80 * 60; seconds += 90) {
      store = new MemoryKeyStore();
      clock.set(TURN.minusSeconds(seconds).minus(Duration.ofDays(7)));
      node("symbolon.access-token.algorithm=HS256").current(KeyPurpose.ACCESS);
      clock.set(TURN.minusSeconds(seconds));
      SigningKeys keys = node("symbolon.access-token.algorithm=HS256");
      keys.current(KeyPurpose.ACCESS);
      assertNothingIsLate(keys);
    }
  }

  @Test
  void a_change_of_the_algorithm_is_not_late_either() {
    for (int seconds = 0; seconds <= 80 * 60; seconds += 90) {
      store = new MemoryKeyStore();
      clock.set(TURN.minusSeconds(seconds));
      node("symbolon.access-token.algorithm=HS256").current(KeyPurpose.ACCESS);
      clock.advance(Duration.ofSeconds(45));
      SigningKeys keys = node("symbolon.access-token.algorithm=ES256");
      keys.current(KeyPurpose.ACCESS);
      assertNothingIsLate(keys);
    }
  }

  @Test
  void nor_is_a_rotation_by_hand() {
    for (int seconds = 0; seconds <= 80 * 60; seconds += 90) {
      store = new MemoryKeyStore();
      clock.set(TURN.minus(Duration.ofHours(3)));
      SigningKeys keys = node("symbolon.access-token.algorithm=HS256");
      keys.current(KeyPurpose.ACCESS);
      clock.set(TURN.minusSeconds(seconds));
      keys.renew();
      keys.rotate();
      assertNothingIsLate(keys);
    }
  }

  /** For two hours, in which it is renewed once a minute. */
  private void assertNothingIsLate(SigningKeys keys) {
    Instant begin = clock.instant();
    for (int minute = 0; minute < 120; minute++) {
      for (int i = 0; i < (minute < 6 ? 6 : 1); i++) {
        clock.set(begin.plusSeconds(minute * 60L + i * 10L));
        KeyStatus status = keys.status();
        if (!status.signs() || status.isLate()) {
          fail("begun at %s, at %s %s of %s", begin, clock.instant(), status, store.rows.keySet());
        }
      }
      clock.set(begin.plusSeconds(minute * 60L + 59));
      keys.renew();
    }
  }

  private SigningKeys node(String property) {
    String[] parts = property.split("=", 2);
    return new SigningKeys(
        store,
        TestNode.config(Map.of("symbolon.database.url", "jdbc:h2:mem:x", parts[0], parts[1])),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }
}
