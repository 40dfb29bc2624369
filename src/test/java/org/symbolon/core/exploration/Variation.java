package org.symbolon.core.exploration;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.symbolon.core.Decision;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;

/**
 * The five rules written a second time, with parameters, so that they can be spoilt. {@code
 * Variation(2, true, true)} is ours.
 *
 * @param near how many slots apart are near
 * @param late whether rule 3 (a late request) is on
 * @param siblings whether rule 4 (honest siblings) is on
 */
record Variation(int near, boolean late, boolean siblings) {

  Decision decide(RefreshToken presented, String rowHash2, Mint now) {
    if (rowHash2.equals(presented.hash2())) {
      return new Decision.Extend(presented.child(now));
    }
    if (presented.succeeds(rowHash2)) {
      return new Decision.PromoteAndExtend(presented.child(now));
    }
    RefreshToken current = late ? nearest(now, presented::child, rowHash2) : null;
    if (current == null && siblings) {
      current = nearest(presented.mint(), presented::sibling, rowHash2);
    }
    return current == null ? new Decision.Theft() : new Decision.Repeat(current);
  }

  /** Not ours at all: one child for each parent. */
  static Decision sameChild(RefreshToken presented, String rowHash2, Mint now) {
    RefreshToken child = presented.child(now);
    return rowHash2.equals(child.hash2())
        ? new Decision.Repeat(child)
        : new Variation(0, false, false).decide(presented, rowHash2, now);
  }

  private RefreshToken nearest(Mint mint, Function<Mint, RefreshToken> made, String rowHash2) {
    return IntStream.rangeClosed(-near, near)
        .mapToObj(i -> made.apply(TokenTree.moved(mint, i)))
        .filter(token -> token.hash2().equals(rowHash2))
        .findFirst()
        .orElse(null);
  }
}
