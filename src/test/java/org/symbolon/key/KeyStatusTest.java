package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** What those who watch are told of the keys. */
class KeyStatusTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

  private final SettableClock clock = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();

  @Test
  void before_the_first_look_there_is_no_key() {
    assertThat(keys(Map.of()).status())
        .matches(status -> !status.signs() && !status.hasAccess() && !status.hasRefresh());
  }

  @Test
  void a_key_signs_and_the_next_one_is_announced_when_it_is_due() {
    SigningKeys keys = keys(Map.of());
    keys.current(KeyPurpose.ACCESS);
    assertThat(keys.status())
        .isEqualTo(
            new KeyStatus(
                true, true, KeyStatus.Next.NOT_DUE, MIDNIGHT.minus(Duration.ofDays(1)), MIDNIGHT));
    clock.set(MIDNIGHT.minus(Duration.ofMinutes(74)));
    assertThat(keys.status().isLate()).as("five minutes of margin").isFalse();
    keys.renew();
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.ANNOUNCED);
  }

  @Test
  void a_key_that_nobody_announces_is_late_until_somebody_does() {
    SigningKeys keys = keys(Map.of());
    keys.current(KeyPurpose.ACCESS);
    clock.set(MIDNIGHT.minus(Duration.ofMinutes(70)));
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.LATE);
    assertThat(keys.status().signs()).as("it costs nobody a session").isTrue();
    clock.set(MIDNIGHT.plus(Duration.ofDays(2)));
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.LATE);
    keys.renew();
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.ANNOUNCED);
  }

  @Test
  void that_a_key_is_late_is_said_once_each_time() {
    SigningKeys keys = keys(Map.of());
    keys.current(KeyPurpose.ACCESS);
    try (LogLines log = LogLines.of(LateKeys.class)) {
      for (int night = 1; night <= 2; night++) {
        store.down = true;
        clock.set(MIDNIGHT.minus(Duration.ofMinutes(80)).plus(Duration.ofDays(night - 1)));
        for (int minute = 0; minute < 5; minute++) {
          runs(keys, 1);
          assertThat(log.warnings()).hasSize(night - 1);
        }
        runs(keys, 120);
        assertThat(log.warnings())
            .hasSize(night)
            .last()
            .asString()
            .contains("the next key of access tokens is late", "signing_key", "user may insert");
        store.down = false;
        runs(keys, 120);
        assertThat(log.warnings()).hasSize(night);
        assertThat(log.infos()).hasSize(night);
      }
    }
  }

  private void runs(SigningKeys keys, int minutes) {
    for (int i = 0; i < minutes; i++) {
      clock.advance(Duration.ofMinutes(1));
      keys.renew();
    }
  }

  @Test
  void a_key_that_never_changes_has_no_age_and_no_successor() {
    SigningKeys keys = keys(Map.of("symbolon.access-token.key-rotation", "false"));
    keys.current(KeyPurpose.ACCESS);
    assertThat(keys.status()).isEqualTo(new KeyStatus(true, true, KeyStatus.Next.NONE, null, null));
  }

  @Test
  void as_long_as_a_node_runs_through_it_is_never_late() {
    SigningKeys keys = keys(Map.of());
    keys.current(KeyPurpose.ACCESS);
    for (int step = 0; step < 40 * 24 * 15; step++) {
      clock.advance(Duration.ofMinutes(4));
      keys.renew();
      assertThat(keys.status()).matches(status -> status.signs() && !status.isLate());
    }
  }

  @Test
  void of_supplied_keys_only_their_being_there_is_told() {
    SigningKeys table = keys(Map.of());
    table.current(KeyPurpose.REFRESH);
    assertThat(KeyStatus.supplied(true, table.status()))
        .isEqualTo(new KeyStatus(true, true, KeyStatus.Next.SUPPLIED, null, null));
    assertThat(KeyStatus.supplied(false, table.status()).signs()).isFalse();
  }

  private SigningKeys keys(Map<String, String> properties) {
    return new SigningKeys(
        store,
        TestNode.config(
            TestNode.with(Map.of("symbolon.database.url", "jdbc:h2:mem:x"), properties)),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }
}
