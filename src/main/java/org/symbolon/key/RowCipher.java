package org.symbolon.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with one key, for rows of one table. The data become {@code nonce |
 * ciphertext | tag}; authenticated with them are the table, the row's name, algorithm and format,
 * so that no row opens in another one's place.
 */
final class RowCipher {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final String CONTEXT = "symbolon/key-row/v1";

  private final String table;
  private final String id;
  private final SecretKeySpec key;

  /**
   * The key itself encrypts nothing: two are derived from it, one that encrypts, and one whose
   * first bytes are the id.
   */
  RowCipher(String table, SecretKey secret) {
    this.table = table;
    byte[] id = derive(secret, "symbolon/key-row-id/v1");
    this.id = HexFormat.of().formatHex(id, 0, 4);
    this.key = new SecretKeySpec(derive(secret, "symbolon/key-row-encryption/v1"), "AES");
  }

  /** 8 hexadecimal digits, from which nothing follows about the key. */
  String id() {
    return id;
  }

  /** The row encrypted, with a new nonce each time. */
  KeyRowText encrypt(String rowName, KeyRowText plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] clear = plain.bytes();
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, associatedData(rowName, plain)).doFinal(clear);
      byte[] all =
          ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array();
      return plain.encrypted(id, all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key row could not be encrypted", e);
    }
  }

  /** The row as it was; empty if it is not what this key made for this place. */
  Optional<KeyRowText> decrypt(String rowName, KeyRowText encrypted) {
    try {
      byte[] all = encrypted.bytes();
      if (all.length < NONCE_BYTES + TAG_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, associatedData(rowName, encrypted));
      return Optional.of(
          encrypted.plain(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES)));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-256-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }

  /** Each part with its length before it: no two rows have the same. */
  private byte[] associatedData(String rowName, KeyRowText text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String part : List.of(CONTEXT, table, rowName, text.algorithm(), text.format())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      data.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
      data.writeBytes(bytes);
    }
    return data.toByteArray();
  }

  private static byte[] derive(SecretKey secret, String label) {
    return HmacSha256.derive(
        secret.getEncoded(), new byte[0], label.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "RowCipher[" + id + "]";
  }
}
