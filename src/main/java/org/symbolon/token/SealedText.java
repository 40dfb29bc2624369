package org.symbolon.token;

import java.util.Optional;

/**
 * A text of JSON, and a seal behind it in white space, which is no part of JSON (RFC 8259 §2): who
 * knows nothing of seals reads the text as it was. Two bits in each character, the most significant
 * first: space 0, tab 1, line feed 2, carriage return 3.
 *
 * @param text before the seal, never without a character
 * @param seal its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record SealedText(String text, byte[] seal) {
  private static final String ALPHABET = " \t\n\r";

  /** The text with the seal behind it. */
  String write() {
    StringBuilder all = new StringBuilder(text.length() + 4 * seal.length).append(text);
    for (byte next : seal) {
      for (int shift = 6; shift >= 0; shift -= 2) {
        all.append(ALPHABET.charAt((next >> shift) & 3));
      }
    }
    return all.toString();
  }

  /**
   * Cuts off the seal.
   *
   * @param bytes how many it has
   * @return empty if there is none
   */
  static Optional<SealedText> read(String column, int bytes) {
    int begin = column.length() - 4 * bytes;
    if (begin <= 0) {
      return Optional.empty();
    }
    byte[] seal = new byte[bytes];
    for (int i = 0; i < 4 * bytes; i++) {
      int bits = ALPHABET.indexOf(column.charAt(begin + i));
      if (bits < 0) {
        return Optional.empty();
      }
      seal[i / 4] = (byte) (seal[i / 4] << 2 | bits);
    }
    return Optional.of(new SealedText(column.substring(0, begin), seal));
  }

  /** Not the text. */
  @Override
  public String toString() {
    return "SealedText[]";
  }
}
