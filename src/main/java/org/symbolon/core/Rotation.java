package org.symbolon.core;

import java.util.List;
import java.util.Optional;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TimeSlots;

/**
 * The rules of {@code docs/rotation.md}, as one pure function: what a presented refresh token
 * means, given the hash in the session's row and the present time slot.
 *
 * <p>The class keeps nothing and asks nothing, so that a test can explore every order of events
 * with it.
 */
public final class Rotation {
  private final TimeSlots slots;

  /** With the slots that the leeway gives. */
  public Rotation(TimeSlots slots) {
    this.slots = slots;
  }

  /**
   * Decides.
   *
   * @param presented a genuine token of this session
   * @param rowHash2 the hash in the session's row
   * @param now what a child minted now gets
   */
  public Decision decide(RefreshToken presented, String rowHash2, Mint now) {
    if (rowHash2.equals(presented.hash2())) {
      return new Decision.Extend(presented.child(now));
    }
    if (presented.succeeds(rowHash2)) {
      return new Decision.PromoteAndExtend(presented.child(now));
    }
    return lateRequest(presented, rowHash2, now)
        .or(() -> sibling(presented, rowHash2))
        .<Decision>map(Decision.Repeat::new)
        .orElseGet(Decision.Theft::new);
  }

  /** The row holds a child of the presented token, minted a moment ago. */
  private Optional<RefreshToken> lateRequest(RefreshToken presented, String rowHash2, Mint now) {
    return matching(slots.near(now).stream().map(presented::child).toList(), rowHash2);
  }

  /** The row holds a child of the presented token's parent, minted within a moment of it. */
  private Optional<RefreshToken> sibling(RefreshToken presented, String rowHash2) {
    return matching(
        slots.near(presented.mint()).stream().map(presented::sibling).toList(), rowHash2);
  }

  private static Optional<RefreshToken> matching(List<RefreshToken> candidates, String hash2) {
    return candidates.stream().filter(candidate -> candidate.hash2().equals(hash2)).findFirst();
  }
}
