package org.symbolon.key;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/** Key pairs for RS256 (RFC 7518 §3.3), which do not fit the table. */
final class Rsa {
  private static final int LEAST_BITS = 2048;
  private static final int MOST_BITS = 4096;

  /** 128 bits of security (NIST SP 800-57 part 1, table 2). */
  private static final int GOOD_BITS = 3072;

  private Rsa() {}

  /**
   * The application's pair, checked.
   *
   * @throws InvalidKeyException naming what is wrong
   */
  static KeyPair checked(RSAPrivateKey privateKey, RSAPublicKey publicKey)
      throws InvalidKeyException {
    int bits = publicKey.getModulus().bitLength();
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw new InvalidKeyException(
          "an RS256 key must have %s to %s bits, this one has %s"
              .formatted(LEAST_BITS, MOST_BITS, bits));
    }
    return PairFormat.checked(publicKey, privateKey, "SHA256withRSA");
  }

  /** Whether the key has less than 128 bits of security. */
  static boolean isWeak(RSAPublicKey publicKey) {
    return publicKey.getModulus().bitLength() < GOOD_BITS;
  }
}
