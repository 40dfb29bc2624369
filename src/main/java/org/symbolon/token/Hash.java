package org.symbolon.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) and the texts that hashes travel as. */
public final class Hash {
  private Hash() {}

  /** The 32 bytes of the hash. */
  public static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] sha256(String ascii) {
    return sha256(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Of canonical, unpadded text only, so that no token has two spellings. */
  static byte[] fromBase64Url(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!base64Url(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical base64url");
    }
    return bytes;
  }

  /** In lower case. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
