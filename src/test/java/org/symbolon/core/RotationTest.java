package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.key.KeyPurpose;
import org.symbolon.testing.TestKeys;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.SeededRefreshTokenCodec;
import org.symbolon.token.TimeSlots;

/** The five rules, one by one. A slot is five seconds. */
class RotationTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final TimeSlots slots = new TimeSlots(Duration.ofSeconds(10));
  private final Rotation rotation = new Rotation(slots);
  private final RefreshToken parent = login(slot(0));

  @Test
  void rule_1_the_present_token_is_extended() {
    Decision decision = rotation.decide(parent, parent.hash2(), slot(3));
    assertThat(((Decision.Extend) decision).child().text()).isEqualTo(parent.child(slot(3)).text());
  }

  @Test
  void rule_2_an_unused_child_is_promoted_and_extended_however_late() {
    RefreshToken child = parent.child(slot(0));
    Decision decision = rotation.decide(child, parent.hash2(), slot(100_000));
    assertThat(((Decision.PromoteAndExtend) decision).child().text())
        .isEqualTo(child.child(slot(100_000)).text());
  }

  @ParameterizedTest
  @CsvSource({"-3,false", "-2,true", "-1,true", "0,true", "1,true", "2,true", "3,false"})
  void rule_3_a_late_request_gets_the_present_token(int later, boolean forgiven) {
    RefreshToken current = parent.child(slot(10));
    assertRepeat(rotation.decide(parent, current.hash2(), slot(10 + later)), current, forgiven);
  }

  @ParameterizedTest
  @CsvSource({"-3,false", "-2,true", "-1,true", "1,true", "2,true", "3,false"})
  void rule_4_honest_siblings_whenever_they_come(int later, boolean forgiven) {
    RefreshToken current = parent.child(slot(10));
    RefreshToken sibling = parent.child(slot(10 + later));
    assertRepeat(rotation.decide(sibling, current.hash2(), slot(50_000)), current, forgiven);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100})
  void rule_5_a_grandparent_or_a_stranger_is_stolen(int later) {
    RefreshToken child = parent.child(slot(0));
    RefreshToken grandchild = child.child(slot(0));
    assertTheft(rotation.decide(parent, grandchild.hash2(), slot(later)));
    assertTheft(rotation.decide(grandchild, parent.hash2(), slot(later)));
    assertTheft(rotation.decide(login(slot(0)), parent.hash2(), slot(later)));
    RefreshToken uncle = parent.child(slot(1));
    assertTheft(rotation.decide(grandchild, uncle.hash2(), slot(later)));
    assertTheft(rotation.decide(uncle, grandchild.hash2(), slot(later)));
  }

  @Test
  void without_a_leeway_neither_late_requests_nor_siblings_are_forgiven() {
    TimeSlots none = new TimeSlots(Duration.ZERO);
    Rotation strict = new Rotation(none);
    Mint nonce = none.mint(START, new SecureRandom());
    RefreshToken current = parent.child(nonce);
    RefreshToken sibling = parent.child(none.mint(START, new SecureRandom()));
    assertTheft(strict.decide(parent, current.hash2(), nonce));
    assertTheft(strict.decide(sibling, current.hash2(), nonce));
    assertThat(strict.decide(current, parent.hash2(), nonce))
        .isInstanceOf(Decision.PromoteAndExtend.class);
  }

  private static void assertRepeat(Decision decision, RefreshToken current, boolean forgiven) {
    if (forgiven) {
      assertThat(((Decision.Repeat) decision).current().text()).isEqualTo(current.text());
    } else {
      assertTheft(decision);
    }
  }

  private static void assertTheft(Decision decision) {
    assertThat(decision).isEqualTo(new Decision.Theft());
  }

  private Mint slot(int number) {
    return slots.mint(START.plusSeconds(5L * number), new SecureRandom());
  }

  private static RefreshToken login(Mint mint) {
    return SeededRefreshTokenCodec.login(
        TestKeys.fresh(START).current(KeyPurpose.REFRESH),
        mint,
        START,
        START.plus(Duration.ofDays(365)),
        new SecureRandom());
  }
}
