package org.symbolon.core.exploration;

/**
 * An access token.
 *
 * @param token the refresh token that it belongs to
 * @param confirmed whether it lost its parent's hash (claim {@code prt}) by its first use
 * @param age since its issue, by the clock of the node that issued it; not counted beyond the
 *     shortest validity
 */
record Access(int token, boolean confirmed, int age) {
  /** Different for different tokens. */
  long order() {
    return (long) token * 1024 + (age + 256) * 2L + (confirmed ? 1 : 0);
  }

  Access older(int most) {
    return new Access(token, confirmed, Math.min(most, age + 1));
  }

  Access renamed(Renaming renaming) {
    return new Access(renaming.token(token), confirmed, age);
  }
}
