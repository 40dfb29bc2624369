package org.symbolon.key;

import java.util.Base64;
import java.util.Optional;

/**
 * What the column {@code key_value} holds, at most 255 characters:
 *
 * <pre>{@code
 * symbolon1:ALGORITHM:PROTECTION:BASE64URL
 *
 * symbolon1:HS256:plain:<32-byte secret>
 * symbolon1:ES256:plain:<d | x | y | 32-byte secret>            (not in this version)
 * symbolon1:…:A256GCM.<key>:<nonce | ciphertext | tag>          (not in this version)
 * }</pre>
 *
 * The secret is never used itself, only keys derived from it; encryption, when it comes, binds the
 * ciphertext to table, row name, algorithm and format.
 *
 * @param algorithm of the access tokens' signature
 * @param secret 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record KeyValue(String algorithm, byte[] secret) {
  static final String HS256 = "HS256";
  static final int SECRET_BYTES = 32;

  private static final String PREFIX = "symbolon1";
  private static final String PLAIN = "plain";

  String encode() {
    return String.join(
        ":",
        PREFIX,
        algorithm,
        PLAIN,
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Empty if the text is damaged, or of a kind that this version does not know. */
  static Optional<KeyValue> decode(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4
        || !parts[0].equals(PREFIX)
        || !parts[1].equals(HS256)
        || !parts[2].equals(PLAIN)) {
      return Optional.empty();
    }
    try {
      byte[] secret = Base64.getUrlDecoder().decode(parts[3]);
      return secret.length == SECRET_BYTES
          ? Optional.of(new KeyValue(parts[1], secret))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "KeyValue[" + algorithm + "]";
  }
}
