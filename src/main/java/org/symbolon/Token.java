package org.symbolon;

import java.time.Instant;

/**
 * A token on its way to the client.
 *
 * @param value the text to send; a secret, hence not in {@link #toString}
 * @param expiresAt when it ends, to the millisecond
 */
public record Token(String value, Instant expiresAt) {

  /** The expiry only, never the value. */
  @Override
  public String toString() {
    return "Token[until " + expiresAt + "]";
  }
}
