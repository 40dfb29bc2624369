package org.symbolon.core.exploration;

/**
 * Tokens that somebody holds: a refresh token and the access token that came with it.
 *
 * @param token the refresh token
 * @param own whether he got it by a refresh of his own, so that it belongs to his branch
 * @param confirmed whether the access token needs no first use
 */
record Held(int token, boolean own, boolean confirmed) implements Comparable<Held> {
  @Override
  public int compareTo(Held other) {
    return hash() - other.hash();
  }

  private int hash() {
    return token * 4 + (own ? 2 : 0) + (confirmed ? 1 : 0);
  }
}
