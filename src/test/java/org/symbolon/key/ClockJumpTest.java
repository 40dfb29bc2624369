package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** Clocks that are wrong for a while, and clocks that differ. */
class ClockJumpTest {
  private final SettableClock clock = new SettableClock();
  private final SettableClock steady = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "-PT1H", "P1D", "-P1D", "P40D", "-P40D", "P3650D", "-P3650D"})
  void keys_survive_a_database_whose_clock_is_wrong_for_half_an_hour(String jump) {
    SigningKeys node = node(clock);
    SigningKeys other = node(clock);
    pass(Duration.ofHours(30), node, other);
    String signing = node.current(KeyPurpose.ACCESS).id();
    SigningKey refresh = node.current(KeyPurpose.REFRESH);
    Set<String> before = Set.copyOf(store.rows.keySet());

    clock.advance(Duration.parse(jump));
    for (int minute = 0; minute < 30; minute++) {
      String wrong = node.current(KeyPurpose.ACCESS).id();
      assertThat(other.find(wrong)).as("whatever signs is known to all").isPresent();
      assertThat(other.find(node.current(KeyPurpose.REFRESH).id())).isPresent();
      pass(Duration.ofMinutes(1), node, other);
    }
    clock.advance(Duration.parse(jump).negated());
    pass(Duration.ofMinutes(2), node, other);

    assertThat(store.rows.keySet()).as("nothing is lost").containsAll(before);
    for (SigningKeys it : List.of(node, other, node(clock))) {
      it.current(KeyPurpose.ACCESS);
      assertThat(it.find(signing)).isPresent();
      assertThat(it.find(refresh.id())).isPresent();
    }
    Set<String> signed = new TreeSet<>();
    for (int day = 0; day < 3; day++) {
      signed.add(node.current(KeyPurpose.ACCESS).id());
      assertThat(other.find(node.current(KeyPurpose.ACCESS).id())).isPresent();
      pass(Duration.ofDays(1), node, other);
    }
    assertThat(signed).as("the rotation goes on").hasSize(3);
  }

  @Test
  void a_row_is_not_deleted_by_a_clock_that_says_it_is_over_unless_an_hour_has_really_passed() {
    SigningKeys node = node(clock);
    node.current(KeyPurpose.ACCESS);
    pass(Duration.ofDays(1), node);
    clock.advance(Duration.ofDays(2));
    Set<String> before = new TreeSet<>(store.rows.keySet());
    before.removeIf(name -> !name.contains("access"));
    for (int i = 0; i < 100; i++) {
      clock.advance(Duration.ofDays(1));
      node.renew();
    }
    assertThat(store.rows.keySet()).containsAll(before);
    steady.advance(KeyRemoval.DELAY);
    node.renew();
    assertThat(store.rows.keySet()).doesNotContainAnyElementsOf(before);
  }

  @Test
  void nodes_whose_clocks_differ_by_the_leeway_never_meet_an_unknown_key() {
    InstantSource ahead = () -> clock.instant().plusSeconds(10);
    SigningKeys early = node(ahead);
    SigningKeys late = node(clock);
    early.current(KeyPurpose.ACCESS);
    late.current(KeyPurpose.ACCESS);
    int turns = 0;
    for (int step = 0; step < 3 * 24 * 60 * 10; step++) {
      advance(Duration.ofSeconds(6));
      if (step % 10 == 0) {
        early.renew();
      }
      if (step % 10 == 5) {
        late.renew();
      }
      int loads = store.loads;
      String one = early.current(KeyPurpose.ACCESS).id();
      String other = late.current(KeyPurpose.ACCESS).id();
      assertThat(late.find(one)).isPresent();
      assertThat(early.find(other)).isPresent();
      assertThat(late.find(early.current(KeyPurpose.REFRESH).id())).isPresent();
      assertThat(store.loads).as("without asking the table").isEqualTo(loads);
      turns += one.equals(other) ? 0 : 1;
    }
    assertThat(turns).as("for ten seconds at each of three turns").isBetween(3, 6);
    assertThat(store.rows.keySet().stream().filter(name -> name.contains("access")))
        .as("both meant the same rows")
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void with_the_database_down_over_the_turn_the_announced_key_signs() {
    SigningKeys node = node(clock);
    SigningKeys other = node(clock);
    String old = node.current(KeyPurpose.ACCESS).id();
    other.current(KeyPurpose.ACCESS);
    clock.set(Instant.parse("2026-11-21T22:44:00Z"));
    pass(Duration.ofMinutes(3), node, other);
    store.down = true;
    clock.set(Instant.parse("2026-11-22T00:10:00Z"));
    String fresh = node.current(KeyPurpose.ACCESS).id();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(other.find(fresh)).isPresent();
    assertThat(other.find(old)).isPresent();
  }

  private void pass(Duration time, SigningKeys... nodes) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      advance(Duration.ofMinutes(1));
      for (SigningKeys node : nodes) {
        node.renew();
      }
    }
  }

  private void advance(Duration time) {
    clock.advance(time);
    steady.advance(time);
  }

  private SigningKeys node(InstantSource shared) {
    return new SigningKeys(
        store,
        TestNode.config(Map.of()),
        EnumSet.allOf(KeyPurpose.class),
        new SigningKeys.Clocks(shared, steady),
        new SecureRandom(),
        Runnable::run);
  }
}
