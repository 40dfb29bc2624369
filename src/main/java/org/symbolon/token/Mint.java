package org.symbolon.token;

import java.time.Instant;
import java.util.HexFormat;

/** What makes one child of a refresh token different from the next. */
public sealed interface Mint {

  /**
   * The time slot in which the child was minted: all children of one slot are the same token.
   *
   * @param start the slot's first instant, to the millisecond
   */
  record Slot(Instant start) implements Mint {}

  /**
   * Chance, where the leeway is zero: no two children are the same token.
   *
   * @param bits 128 random bits as 32 hexadecimal digits
   */
  record Nonce(String bits) implements Mint {
    static final int BYTES = 16;

    static Nonce of(byte[] bytes) {
      return new Nonce(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
      return HexFormat.of().parseHex(bits);
    }
  }
}
