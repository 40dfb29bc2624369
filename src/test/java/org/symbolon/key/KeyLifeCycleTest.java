package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** Announced, signing, retired, deleted. */
class KeyLifeCycleTest {
  private static final Duration ANNOUNCEMENT = Duration.ofMinutes(70);

  private final SettableClock clock = new SettableClock();
  private final SettableClock steady = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SigningKeys node = node(clock, Map.of());

  @Test
  void every_key_but_the_first_is_in_the_table_for_the_whole_announcement_before_it_signs() {
    Map<String, Instant> seen = new HashMap<>();
    String first = node.current(KeyPurpose.ACCESS).id();
    Set<String> signed = new TreeSet<>();
    for (int minute = 0; minute < 5 * 24 * 60; minute++) {
      String signs = node.current(KeyPurpose.ACCESS).id();
      store.rows.keySet().forEach(name -> seen.putIfAbsent(name, clock.instant()));
      if (signed.add(signs) && !signs.equals(first)) {
        Instant announced = seen.get(rowOf(signs));
        assertThat(Duration.between(announced, clock.instant()))
            .isBetween(ANNOUNCEMENT, ANNOUNCEMENT.plus(KeySchedule.MARGIN).plusMinutes(2));
      }
      pass(Duration.ofMinutes(1));
    }
    assertThat(signed).as("of six dates").hasSize(6);
  }

  @Test
  void the_announcement_can_be_set_and_may_be_longer_than_the_interval() {
    SigningKeys early =
        node(
            clock,
            Map.of(
                "symbolon.access-token.key-update-interval",
                "PT1H",
                "symbolon.access-token.key-announcement",
                "PT3H"));
    early.current(KeyPurpose.ACCESS);
    Instant next = Instant.parse("2026-11-21T16:00:00Z");
    while (clock.instant().isBefore(Instant.parse("2026-11-21T12:54:00Z"))) {
      clock.advance(Duration.ofMinutes(1));
      early.renew();
    }
    assertThat(accessRows())
        .contains("symbolon-access-" + next.minus(Duration.ofHours(1)).getEpochSecond())
        .doesNotContain("symbolon-access-" + next.getEpochSecond());
    clock.advance(Duration.ofMinutes(1));
    early.renew();
    assertThat(accessRows()).contains("symbolon-access-" + next.getEpochSecond());
  }

  @Test
  void a_row_goes_an_hour_after_its_last_token_is_over() {
    String first = rowOf(node.current(KeyPurpose.ACCESS).id());
    // signs until midnight; its last token ends at 01:00; five minutes for clocks that differ
    passUntil(Instant.parse("2026-11-22T02:05:00Z"));
    assertThat(store.rows).containsKey(first);
    passUntil(Instant.parse("2026-11-22T02:08:00Z"));
    assertThat(store.rows).doesNotContainKey(first);
  }

  @Test
  void over_a_year_the_table_stays_small() {
    node.current(KeyPurpose.ACCESS);
    int most = 0;
    for (int step = 0; step < 2 * 365 * 24; step++) {
      pass(Duration.ofMinutes(30));
      most = Math.max(most, accessRows().size());
    }
    assertThat(most).isEqualTo(2);
  }

  @Test
  void where_no_node_ran_at_the_turn_the_old_key_signs_on_until_its_successor_was_announced() {
    String old = node.current(KeyPurpose.ACCESS).id();
    clock.advance(Duration.ofDays(3));
    SigningKeys restarted = node(clock, Map.of());
    Instant start = clock.instant();
    while (Duration.between(start, clock.instant()).compareTo(ANNOUNCEMENT) < 0) {
      assertThat(restarted.current(KeyPurpose.ACCESS).id()).isEqualTo(old);
      clock.advance(Duration.ofMinutes(2));
    }
    clock.advance(Duration.ofMinutes(2));
    assertThat(restarted.current(KeyPurpose.ACCESS).id()).isNotEqualTo(old);
    assertThat(restarted.find(old)).isPresent();
  }

  @Test
  void a_rotation_out_of_turn_is_announced_like_any_other() {
    String old = node.current(KeyPurpose.ACCESS).id();
    clock.set(Instant.parse("2026-11-21T10:00:00.5Z"));
    Instant start = node.rotate();
    assertThat(start).isEqualTo("2026-11-21T11:10:01Z");
    clock.set(start.minusMillis(1));
    assertThat(node.current(KeyPurpose.ACCESS).id()).isEqualTo(old);
    clock.set(start);
    String extra = node.current(KeyPurpose.ACCESS).id();
    assertThat(extra).startsWith("access-" + start.getEpochSecond() + "-");
    passUntil(Instant.parse("2026-11-22T00:00:30Z"));
    assertThat(node.current(KeyPurpose.ACCESS).id())
        .as("the grid goes on")
        .startsWith("access-1795305600-");
    assertThat(node.find(extra)).isPresent();
  }

  @Test
  void refresh_tokens_keep_their_key_until_the_last_session_is_over() {
    Map<String, String> lifetime = Map.of("symbolon.refresh-token.max-lifetime", "P40D");
    SigningKeys months = node(clock, lifetime);
    SigningKey first = months.current(KeyPurpose.REFRESH);
    Set<String> makers = new TreeSet<>();
    Instant turn = Instant.parse("2026-12-03T00:00:00Z");
    while (clock.instant().isBefore(turn.plus(Duration.ofDays(40)))) {
      makers.add(months.current(KeyPurpose.REFRESH).id());
      assertThat(months.find(first.id())).as("%s", clock.instant()).isPresent();
      pass(Duration.ofMinutes(30));
      months.renew();
    }
    assertThat(makers).as("two turns: 3 December, 2 January").hasSize(3);
    assertThat(store.rows).containsKey(rowOf(first.id()));
    for (int i = 0; i < 4; i++) {
      pass(Duration.ofMinutes(30));
      months.renew();
    }
    assertThat(store.rows).doesNotContainKey(rowOf(first.id()));
    assertThat(months.find(first.id())).isEmpty();
  }

  @Test
  void the_key_of_refresh_tokens_is_known_to_all_before_it_makes_any() {
    SigningKeys other = node(clock, Map.of("symbolon.access-token.key-announcement", "PT0S"));
    SigningKeys hasty = node(clock, Map.of("symbolon.access-token.key-announcement", "PT0S"));
    String old = hasty.current(KeyPurpose.REFRESH).id();
    other.current(KeyPurpose.REFRESH);
    Instant turn = Instant.parse("2026-12-03T00:00:00Z");
    clock.set(turn.minus(Duration.ofMinutes(9)));
    hasty.current(KeyPurpose.REFRESH);
    clock.set(turn.minus(Duration.ofMinutes(8)));
    other.current(KeyPurpose.REFRESH);
    clock.set(turn);
    String fresh = hasty.current(KeyPurpose.REFRESH).id();
    assertThat(fresh).isNotEqualTo(old);
    store.down = true;
    assertThat(other.find(fresh)).as("without asking").isPresent();
  }

  @Test
  void a_row_that_somebody_wrote_far_ahead_does_not_end_the_rotation() {
    node.current(KeyPurpose.ACCESS);
    String value =
        KeyValue.generate(org.symbolon.config.SigningAlgorithm.HS256, new SecureRandom()).encode();
    store.insertIfAbsent(
        new SigningKeyStore.Row("symbolon-access-99999999999", value, clock.instant()));
    List<String> signs = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      signs.add(node.current(KeyPurpose.ACCESS).id());
      passUntil(clock.instant().plus(Duration.ofDays(1)));
    }
    assertThat(signs).doesNotHaveDuplicates();
  }

  @Test
  void a_damaged_row_is_passed_over_while_another_key_can_sign() {
    String old = node.current(KeyPurpose.ACCESS).id();
    store.insertIfAbsent(
        new SigningKeyStore.Row("symbolon-access-1795305600", "garbage", clock.instant()));
    passUntil(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(node.current(KeyPurpose.ACCESS).id()).isEqualTo(old);
    passUntil(Instant.parse("2026-11-23T00:00:30Z"));
    assertThat(node.current(KeyPurpose.ACCESS).id()).startsWith("access-1795392000-");
  }

  private Set<String> accessRows() {
    Set<String> names = new TreeSet<>(store.rows.keySet());
    names.removeIf(name -> !name.startsWith("symbolon-access-"));
    return names;
  }

  private static String rowOf(String keyId) {
    return "symbolon-" + keyId.substring(0, keyId.lastIndexOf('-'));
  }

  private void passUntil(Instant end) {
    while (clock.instant().isBefore(end)) {
      pass(Duration.ofMinutes(1));
    }
  }

  private void pass(Duration time) {
    clock.advance(time);
    steady.advance(time);
    node.renew();
  }

  private SigningKeys node(SettableClock shared, Map<String, String> properties) {
    return new SigningKeys(
        store,
        TestNode.config(properties),
        EnumSet.allOf(KeyPurpose.class),
        new SigningKeys.Clocks(shared, steady),
        new SecureRandom(),
        Runnable::run);
  }
}
