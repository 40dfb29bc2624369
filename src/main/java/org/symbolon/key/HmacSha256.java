package org.symbolon.key;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) and the key derivation built on it (HKDF, RFC 5869). */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /** The 32-byte MAC of {@code data} under {@code key}. */
  public static byte[] of(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /**
   * HKDF with one block of output: 32 bytes. JDK 17 has none of its own.
   *
   * @param salt may be empty
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info) {
    byte[] pseudoRandomKey = of(salt.length == 0 ? new byte[32] : salt, secret);
    byte[] block = new byte[info.length + 1];
    System.arraycopy(info, 0, block, 0, info.length);
    block[info.length] = 1;
    return of(pseudoRandomKey, block);
  }
}
