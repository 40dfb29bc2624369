package org.symbolon.core.exploration;

/** What a browser goes by to tell whether the tokens in its jar have changed. */
enum Marker {
  /** The id refresh token, as the library makes it. */
  ID_REFRESH_TOKEN {
    @Override
    boolean isSame(TokenTree tree, int one, int other) {
      return one == other || tree.idRefresh(one).equals(tree.idRefresh(other));
    }
  },
  /** The generation, which the children of one token share. */
  GENERATION {
    @Override
    boolean isSame(TokenTree tree, int one, int other) {
      return tree.depth(one) == tree.depth(other);
    }
  },
  /** The tokens themselves. */
  TOKENS {
    @Override
    boolean isSame(TokenTree tree, int one, int other) {
      return one == other;
    }
  };

  abstract boolean isSame(TokenTree tree, int one, int other);
}
