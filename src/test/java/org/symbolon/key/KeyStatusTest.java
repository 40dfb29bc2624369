package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        .matches(status -> !status.isGood() && !status.hasAccess() && !status.hasRefresh());
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
    assertThat(keys.status().isGood()).as("five minutes of margin").isTrue();
    keys.renew();
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.ANNOUNCED);
    assertThat(keys.status().isGood()).isTrue();
  }

  @Test
  void a_key_that_nobody_announces_is_late_until_somebody_does() {
    SigningKeys keys = keys(Map.of());
    keys.current(KeyPurpose.ACCESS);
    clock.set(MIDNIGHT.minus(Duration.ofMinutes(70)));
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.LATE);
    assertThat(keys.status().isGood()).isFalse();
    clock.set(MIDNIGHT.plus(Duration.ofDays(2)));
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.LATE);
    keys.renew();
    assertThat(keys.status().isGood()).isTrue();
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
      assertThat(keys.status().isGood()).isTrue();
    }
  }

  @Test
  void of_supplied_keys_only_their_being_there_is_told() {
    SigningKeys table = keys(Map.of());
    table.current(KeyPurpose.REFRESH);
    assertThat(KeyStatus.supplied(true, table.status()))
        .isEqualTo(new KeyStatus(true, true, KeyStatus.Next.SUPPLIED, null, null));
    assertThat(KeyStatus.supplied(false, table.status()).isGood()).isFalse();
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
