package org.symbolon.core.exploration;

import org.symbolon.core.Decision;
import org.symbolon.core.Rotation;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TimeSlots;

/**
 * A set of rules to explore.
 *
 * @param name for the table
 * @param minting what tells children apart
 * @param far how many slots apart the rules surely forgive nothing; see {@link Renaming}
 * @param rules themselves
 */
record Scheme(String name, Minting minting, int far, Rules rules) {

  /** The rules: {@link Rotation#decide}, or what it might have been. */
  interface Rules {
    Decision decide(RefreshToken presented, String rowHash2, Mint now);
  }

  /** What the library runs. */
  static Scheme ours() {
    return new Scheme("ours", Minting.SLOT, 3, new Rotation(TokenTree.SLOTS)::decide);
  }

  /** What the library runs if the leeway is zero. */
  static Scheme withoutLeeway() {
    TimeSlots none = new TimeSlots(java.time.Duration.ZERO);
    return new Scheme("ours, leeway 0", Minting.NONCE, 1, new Rotation(none)::decide);
  }

  /** Parent, unused child, else theft; children are random. */
  static Scheme reference() {
    return new Scheme("reference", Minting.NONCE, 1, new Variation(0, false, false)::decide);
  }

  /** A parent has one child, and gets it again for as long as that child is current. */
  static Scheme sameChild() {
    return new Scheme("always the same child", Minting.CONSTANT, 1, Variation::sameChild);
  }

  /** Our rules with something changed, to see whether the exploration notices. */
  static Scheme variation(String name, int near, boolean late, boolean siblings) {
    return new Scheme(name, Minting.SLOT, near + 1, new Variation(near, late, siblings)::decide);
  }

  /** The same rules, with more of the past kept than they need. */
  Scheme remembering(int slots) {
    return new Scheme(name, minting, slots, rules);
  }
}
