package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionStoreException;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

class SigningKeysTest {
  private static final Duration INTERVAL = Duration.ofHours(24);

  private final SettableClock clock = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SigningKeys keys = node();

  @Test
  void the_first_start_has_a_key_at_once() {
    SigningKey key = keys.current(KeyPurpose.ACCESS);
    assertThat(key.id()).startsWith("access-1795219200-");
    assertThat(store.rows.keySet())
        .containsExactly("symbolon-access-1795219200", "symbolon-refresh-1793664000");
  }

  @Test
  void the_key_of_the_present_slot_signs_never_the_newest() {
    SigningKey first = keys.current(KeyPurpose.ACCESS);
    clock.set(Instant.parse("2026-11-21T22:47:00Z"));
    assertThat(keys.current(KeyPurpose.ACCESS).id()).isEqualTo(first.id());
    assertThat(store.rows)
        .as("the next key is announced 70 minutes before it signs")
        .containsKey("symbolon-access-1795305600");
    assertThat(keys.current(KeyPurpose.ACCESS).id()).isEqualTo(first.id());
    clock.set(Instant.parse("2026-11-21T23:59:59.999Z"));
    assertThat(keys.current(KeyPurpose.ACCESS).id()).isEqualTo(first.id());
    clock.set(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(keys.current(KeyPurpose.ACCESS).id()).startsWith("access-1795305600-");
  }

  @Test
  void at_the_turn_of_the_slot_no_node_meets_an_unknown_key() {
    SigningKeys other = node();
    keys.current(KeyPurpose.ACCESS);
    other.current(KeyPurpose.ACCESS);
    clock.set(Instant.parse("2026-11-21T23:30:00Z"));
    keys.current(KeyPurpose.ACCESS);
    other.current(KeyPurpose.ACCESS);
    clock.set(Instant.parse("2026-11-21T23:59:59.999Z"));
    keys.current(KeyPurpose.ACCESS);
    other.current(KeyPurpose.ACCESS);
    int before = store.loads;
    clock.advance(Duration.ofMillis(1));
    SigningKey turned = keys.current(KeyPurpose.ACCESS);
    assertThat(other.find(turned.id())).isPresent();
    assertThat(other.current(KeyPurpose.ACCESS).id()).isEqualTo(turned.id());
    assertThat(store.loads).isEqualTo(before);
  }

  @Test
  void an_old_key_verifies_until_its_last_token_is_over() {
    String old = keys.current(KeyPurpose.ACCESS).id();
    clock.set(Instant.parse("2026-11-21T22:47:00Z"));
    keys.current(KeyPurpose.ACCESS);
    Instant lastTokenOver =
        Instant.parse("2026-11-21T00:00:00Z").plus(INTERVAL).plus(Duration.ofHours(1));
    clock.set(lastTokenOver);
    keys.current(KeyPurpose.ACCESS);
    assertThat(keys.find(old)).isPresent();
    clock.advance(Duration.ofMinutes(6));
    keys.current(KeyPurpose.ACCESS);
    clock.advance(Duration.ofMinutes(2));
    assertThat(keys.find(old)).isEmpty();
  }

  @Test
  void a_flood_of_unknown_ids_costs_one_look_a_second_and_evicts_nothing() {
    String known = keys.current(KeyPurpose.ACCESS).id();
    int before = store.loads;
    for (int i = 0; i < 10_000; i++) {
      clock.advance(Duration.ofMillis(1));
      assertThat(keys.find("access-0-" + i)).isEmpty();
    }
    assertThat(store.loads - before).isBetween(8, 11);
    assertThat(keys.find(known)).isPresent();
  }

  @Test
  void with_the_database_down_known_keys_stay_and_unknown_ones_are_undecided() {
    String known = keys.current(KeyPurpose.ACCESS).id();
    store.down = true;
    clock.advance(Duration.ofMinutes(10));
    int before = store.loads;
    for (int i = 0; i < 1000; i++) {
      assertThat(keys.find(known)).isPresent();
      assertThatThrownBy(() -> keys.find("access-0-0")).isInstanceOf(SessionStoreException.class);
    }
    assertThat(store.loads - before).isLessThanOrEqualTo(2);
    store.down = false;
    clock.advance(Duration.ofSeconds(2));
    assertThat(keys.find("access-0-0")).isEmpty();
  }

  @Test
  void a_key_that_another_node_made_is_seen_within_a_second() {
    keys.current(KeyPurpose.ACCESS);
    SigningKeys other = node();
    store.rows.remove("symbolon-access-1795219200");
    String fresh = other.current(KeyPurpose.ACCESS).id();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.find(fresh)).isPresent();
  }

  @Test
  void a_damaged_row_is_an_error_with_its_name() {
    store.insertIfAbsent(
        new SigningKeyStore.Row("symbolon-access-1795219200", "garbage", clock.instant()));
    assertThatThrownBy(() -> keys.current(KeyPurpose.ACCESS))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("symbolon-access-1795219200");
  }

  @Test
  void without_rotation_one_key_stays() {
    SigningKeys still = node(Map.of("symbolon.access-token.key-rotation", "false"));
    String id = still.current(KeyPurpose.ACCESS).id();
    clock.advance(Duration.ofDays(400));
    assertThat(still.current(KeyPurpose.ACCESS).id()).isEqualTo(id);
    assertThat(store.rows.keySet())
        .filteredOn(name -> name.contains("access"))
        .containsExactly("symbolon-access-0");
  }

  private SigningKeys node() {
    return node(Map.of());
  }

  private SigningKeys node(Map<String, String> properties) {
    return new SigningKeys(
        store,
        TestNode.config(properties),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }
}
