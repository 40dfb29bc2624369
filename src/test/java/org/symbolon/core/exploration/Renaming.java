package org.symbolon.core.exploration;

import java.util.Arrays;

/**
 * Makes states that differ only in names the same state, so that the exploration ends although time
 * does not.
 *
 * <ul>
 *   <li>The youngest common ancestor of all tokens that still matter becomes the root. The rules
 *       compare tokens, parents and siblings only, so what lies before it plays no part.
 *   <li>Slots are counted from the present one.
 *   <li>Of a stretch of more than {@link Scheme#far} slots in which nothing that still matters was
 *       minted only so many are kept. The rules ask whether slots are near, which is less than
 *       that, and time only widens the stretch before the present.
 * </ul>
 */
final class Renaming {
  private final TokenTree tree;
  private final int root;
  private final int passed;
  private final int[] slots;
  private final int[] renamed;

  /**
   * For one state.
   *
   * @param living the tokens that matter, parents included where the rules can ask for them
   * @param passed how many slots have begun since the state's slots were counted
   */
  Renaming(TokenTree tree, int[] living, int passed) {
    this.tree = tree;
    this.passed = passed;
    int ancestor = living[0];
    for (int id : living) {
      ancestor = commonAncestor(ancestor, id);
    }
    this.root = ancestor;
    this.slots = slotsFrom(living);
    this.renamed = slots.clone();
    for (int i = Arrays.binarySearch(slots, 0) - 1; i >= 0; i--) {
      renamed[i] = renamed[i + 1] - Math.min(tree.far(), slots[i + 1] - slots[i]);
    }
  }

  /** Whether all names are right already, which is usual. */
  boolean isNone() {
    return root == TokenTree.ROOT && passed == 0 && Arrays.equals(slots, renamed);
  }

  int token(int id) {
    if (id == TokenTree.NONE) {
      return id;
    }
    return id == root ? TokenTree.ROOT : tree.child(token(tree.parent(id)), mint(tree.mintOf(id)));
  }

  /** The slots of all tokens below the root, and the present one; sorted, each once. */
  private int[] slotsFrom(int[] living) {
    int[] found = new int[64];
    int count = 1;
    for (int id : living) {
      for (int i = id; i != root; i = tree.parent(i)) {
        int slot = tree.mintOf(i) - passed;
        int at = Arrays.binarySearch(found, 0, count, slot);
        if (at < 0) {
          System.arraycopy(found, -at - 1, found, -at, count + at + 1);
          found[-at - 1] = slot;
          count++;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int mint(int mint) {
    return tree.minting() == Minting.SLOT
        ? renamed[Arrays.binarySearch(slots, mint - passed)]
        : mint;
  }

  private int commonAncestor(int a, int b) {
    while (a != b) {
      if (tree.depth(a) >= tree.depth(b)) {
        a = tree.parent(a);
      } else {
        b = tree.parent(b);
      }
    }
    return a;
  }
}
