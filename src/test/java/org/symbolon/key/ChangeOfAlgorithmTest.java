package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** Nodes that sign with one algorithm beside, and after, nodes that sign with the other. */
@ParameterizedClass
@EnumSource(names = {"ES256", "EDDSA"})
class ChangeOfAlgorithmTest {
  private final SettableClock clock = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SigningKeys hs256 = node(SigningAlgorithm.HS256, Map.of());
  private final SigningAlgorithm algorithm;
  private final SigningKeys other;

  ChangeOfAlgorithmTest(SigningAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.other = node(algorithm, Map.of());
  }

  @Test
  void only_keys_of_the_algorithm_in_use_are_made() {
    SigningKey key = other.current(KeyPurpose.ACCESS);
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key.id()).matches("access-" + algorithm.label() + "-1795219200-[0-9a-f]{16}");
    assertThat(store.rows.keySet())
        .containsExactly(
            "symbolon-access-" + algorithm.label() + "-1795219200", "symbolon-refresh-1793664000");
    clock.set(Instant.parse("2026-11-21T22:47:00Z"));
    other.current(KeyPurpose.ACCESS);
    assertThat(store.rows.keySet())
        .as("the next one is announced")
        .containsExactly(
            "symbolon-access-" + algorithm.label() + "-1795219200",
            "symbolon-refresh-1793664000",
            "symbolon-access-" + algorithm.label() + "-1795305600");
  }

  @Test
  void each_node_signs_with_its_own_and_finds_the_other() {
    SigningKey one = hs256.current(KeyPurpose.ACCESS);
    assertThat(other.current(KeyPurpose.ACCESS).id())
        .as("its own is announced first")
        .isEqualTo(one.id());
    clock.advance(Duration.ofMinutes(70));
    hs256.current(KeyPurpose.ACCESS);
    SigningKey foreign = other.current(KeyPurpose.ACCESS);
    assertThat(hs256.find(foreign.id()).orElseThrow().algorithm()).isEqualTo(algorithm);
    assertThat(other.find(one.id()).orElseThrow().algorithm()).isEqualTo(SigningAlgorithm.HS256);
    assertThat(hs256.current(KeyPurpose.ACCESS).id()).isEqualTo(one.id());
    assertThat(other.current(KeyPurpose.ACCESS).id()).isEqualTo(foreign.id());
    assertThat(other.current(KeyPurpose.REFRESH).id())
        .isEqualTo(hs256.current(KeyPurpose.REFRESH).id());
  }

  @Test
  void the_last_key_of_the_old_algorithm_verifies_until_its_last_token_is_over_and_no_longer() {
    String last = hs256.current(KeyPurpose.ACCESS).id();
    clock.set(Instant.parse("2026-11-21T12:00:00Z"));
    other.current(KeyPurpose.ACCESS);
    Instant over = Instant.parse("2026-11-22T01:00:00Z");
    while (clock.instant().isBefore(over)) {
      clock.advance(Duration.ofMinutes(10));
      other.current(KeyPurpose.ACCESS);
      assertThat(other.find(last)).as("at %s", clock.instant()).isPresent();
    }
    clock.set(over.plus(Duration.ofMinutes(5)).plusSeconds(1));
    other.current(KeyPurpose.ACCESS);
    assertThat(other.find(last)).isEmpty();
  }

  @Test
  void in_a_mixed_fleet_keys_of_both_kinds_retire_as_usual() {
    String first = hs256.current(KeyPurpose.ACCESS).id();
    String firstOther = other.current(KeyPurpose.ACCESS).id();
    for (int hour = 0; hour < 72; hour++) {
      clock.advance(Duration.ofHours(1));
      String one = hs256.current(KeyPurpose.ACCESS).id();
      String foreign = other.current(KeyPurpose.ACCESS).id();
      clock.advance(Duration.ofSeconds(2));
      assertThat(hs256.find(foreign)).isPresent();
      assertThat(other.find(one)).isPresent();
    }
    for (SigningKeys node : new SigningKeys[] {hs256, other}) {
      assertThat(node.find(first)).isEmpty();
      assertThat(node.find(firstOther)).isEmpty();
    }
  }

  @Test
  void without_rotation_a_key_ends_only_with_its_algorithm() {
    Map<String, String> still = Map.of("symbolon.access-token.key-rotation", "false");
    String old = node(SigningAlgorithm.HS256, still).current(KeyPurpose.ACCESS).id();
    SigningKeys changed = node(algorithm, still);
    assertThat(changed.current(KeyPurpose.ACCESS).id()).isEqualTo(old);
    clock.advance(Duration.ofMinutes(71));
    String fresh = changed.current(KeyPurpose.ACCESS).id();
    assertThat(fresh).startsWith("access-" + algorithm.label() + "-");
    clock.advance(Duration.ofMinutes(55));
    assertThat(changed.find(old)).as("its tokens live").isPresent();
    clock.advance(Duration.ofMinutes(15));
    changed.current(KeyPurpose.ACCESS);
    assertThat(changed.find(old)).as("its tokens are over").isEmpty();
    clock.advance(Duration.ofDays(400));
    assertThat(changed.current(KeyPurpose.ACCESS).id()).isEqualTo(fresh);
  }

  /** R29: one algorithm for one key. */
  @Test
  void a_row_whose_value_is_of_another_algorithm_than_its_name_is_damaged() {
    String value = KeyValue.generate(SigningAlgorithm.HS256, new SecureRandom()).encode();
    store.insertIfAbsent(
        new SigningKeyStore.Row(
            "symbolon-access-" + algorithm.label() + "-1795219200", value, clock.instant()));
    assertThatThrownBy(() -> other.current(KeyPurpose.ACCESS))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("symbolon-access-" + algorithm.label() + "-1795219200");
  }

  @Test
  void a_row_that_has_not_changed_is_not_decoded_again() {
    SigningKey key = other.current(KeyPurpose.ACCESS);
    clock.advance(Duration.ofMinutes(2));
    int loads = store.loads;
    other.current(KeyPurpose.ACCESS);
    assertThat(store.loads).isGreaterThan(loads);
    assertThat(other.current(KeyPurpose.ACCESS)).isSameAs(key);
  }

  private SigningKeys node(SigningAlgorithm signing, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("symbolon.access-token.algorithm", signing.jwsName());
    return new SigningKeys(
        store,
        TestNode.config(all),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }
}
