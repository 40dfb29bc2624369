package org.symbolon.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The reference's encryption: base64 of {@code salt | iv | tag | ciphertext}, AES-256-GCM under a
 * key that PBKDF2-HMAC-SHA512 (RFC 8018 §5.2) derives from the password and the salt.
 */
final class Encryption {
  static final int SALT_BYTES = 64;
  static final int IV_BYTES = 16;
  private static final int TAG_BYTES = 16;
  private static final int ITERATIONS = 100;
  private static final int KEY_BITS = 256;

  private Encryption() {}

  /**
   * Encrypts.
   *
   * @param saltAndIv never the same for two texts
   */
  static String encrypt(String text, String password, byte[] saltAndIv) {
    byte[] salt = Arrays.copyOf(saltAndIv, SALT_BYTES);
    byte[] iv = Arrays.copyOfRange(saltAndIv, SALT_BYTES, SALT_BYTES + IV_BYTES);
    try {
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, password, salt, iv).doFinal(plain);
      byte[] whole =
          ByteBuffer.allocate(SALT_BYTES + IV_BYTES + sealed.length)
              .put(salt)
              .put(iv)
              .put(sealed, plain.length, TAG_BYTES)
              .put(sealed, 0, plain.length)
              .array();
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /** Empty if it was encrypted otherwise, or is not spelt as {@link #encrypt} spells it. */
  static Optional<String> decrypt(String encrypted, String password) {
    byte[] whole;
    try {
      whole = Base64.getDecoder().decode(encrypted);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int begin = SALT_BYTES + IV_BYTES + TAG_BYTES;
    if (whole.length < begin || !Base64.getEncoder().encodeToString(whole).equals(encrypted)) {
      return Optional.empty();
    }
    byte[] sealed =
        ByteBuffer.allocate(whole.length - SALT_BYTES - IV_BYTES)
            .put(whole, begin, whole.length - begin)
            .put(whole, begin - TAG_BYTES, TAG_BYTES)
            .array();
    byte[] salt = Arrays.copyOf(whole, SALT_BYTES);
    byte[] iv = Arrays.copyOfRange(whole, SALT_BYTES, SALT_BYTES + IV_BYTES);
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE, password, salt, iv).doFinal(sealed);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("decryption failed", e);
    }
  }

  private static Cipher cipher(int mode, String password, byte[] salt, byte[] iv)
      throws GeneralSecurityException {
    SecretKey derived =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
            .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(derived.getEncoded(), "AES"),
        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
    return cipher;
  }
}
