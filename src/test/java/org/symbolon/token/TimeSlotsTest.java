package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How time is cut. */
class TimeSlotsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final TimeSlots slots = new TimeSlots(Duration.ofSeconds(10));

  @Test
  void a_slot_is_half_the_leeway() {
    Mint noon = new Mint.Slot(NOON);
    assertThat(slots.mint(NOON, random)).isEqualTo(noon);
    assertThat(slots.mint(NOON.plusMillis(4999), random)).isEqualTo(noon);
    assertThat(slots.mint(NOON.plusMillis(5000), random)).isNotEqualTo(noon);
    assertThat(slots.mint(NOON.minusMillis(1), random)).isNotEqualTo(noon);
  }

  @Test
  void times_before_the_epoch_are_cut_alike() {
    assertThat(slots.mint(Instant.ofEpochMilli(-1), random))
        .isEqualTo(new Mint.Slot(Instant.ofEpochMilli(-5000)));
  }

  @Test
  void near_is_at_most_two_apart() {
    assertThat(slots.near(new Mint.Slot(NOON)))
        .containsExactlyInAnyOrder(
            new Mint.Slot(NOON.minusSeconds(10)),
            new Mint.Slot(NOON.minusSeconds(5)),
            new Mint.Slot(NOON),
            new Mint.Slot(NOON.plusSeconds(5)),
            new Mint.Slot(NOON.plusSeconds(10)));
  }

  @Test
  void without_a_leeway_there_are_nonces_and_nothing_is_near() {
    TimeSlots none = new TimeSlots(Duration.ZERO);
    Mint one = none.mint(NOON, random);
    assertThat(one).isInstanceOf(Mint.Nonce.class).isNotEqualTo(none.mint(NOON, random));
    assertThat(none.near(one)).isEmpty();
    assertThat(none.near(new Mint.Slot(NOON))).isEmpty();
  }

  @Test
  void a_nonce_is_near_to_nothing() {
    assertThat(slots.near(new Mint.Nonce("0".repeat(32)))).isEmpty();
  }
}
