package org.symbolon.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Time cut into slots of half the leeway. Two slots are near if they are at most two apart, that is
 * up to one and a half leeways.
 */
public final class TimeSlots {
  private static final int NEAR = 2;

  private final long slotMillis;

  /** Slots for this leeway; zero switches them off. */
  public TimeSlots(Duration leeway) {
    this.slotMillis = leeway.toMillis() / 2;
  }

  /** What a child minted now gets. */
  public Mint mint(Instant now, SecureRandom random) {
    if (slotMillis > 0) {
      return new Mint.Slot(start(now, slotMillis));
    }
    byte[] bits = new byte[Mint.Nonce.BYTES];
    random.nextBytes(bits);
    return Mint.Nonce.of(bits);
  }

  /** All slots near the given one, itself included; none if slots are off or it is none. */
  public List<Mint> near(Mint mint) {
    if (slotMillis == 0 || !(mint instanceof Mint.Slot slot)) {
      return List.of();
    }
    return LongStream.rangeClosed(-NEAR, NEAR)
        .<Mint>mapToObj(i -> new Mint.Slot(slot.start().plusMillis(i * slotMillis)))
        .toList();
  }

  /** The start of the stretch, of the given length, that holds the instant. */
  static Instant start(Instant now, long millis) {
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
  }
}
