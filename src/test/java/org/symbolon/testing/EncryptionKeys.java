package org.symbolon.testing;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys for {@code symbolon.key-encryption.keys}, and the settings that go with them. */
public final class EncryptionKeys {
  private EncryptionKeys() {}

  /** As {@code openssl rand -base64 32} prints it. */
  public static String random() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  public static Map<String, String> off() {
    return Map.of();
  }

  public static Map<String, String> keys(String... keys) {
    return Map.of(
        "symbolon.key-encryption.keys", Arrays.stream(keys).collect(Collectors.joining(",")));
  }

  public static Map<String, String> plainRows(String way, String key) {
    return TestNode.with(keys(key), Map.of("symbolon.key-encryption.plain-rows", way));
  }

  /** An introduction, as docs/operations.md has it. */
  public static List<Map<String, String>> introduction(String key) {
    return List.of(off(), plainRows("write", key), plainRows("accept", key), keys(key));
  }

  /** A change of the key, as docs/operations.md has it. */
  public static List<Map<String, String>> change(String from, String to) {
    return List.of(keys(from), keys(from, to), keys(to, from), keys(to));
  }

  /** The way back. */
  public static List<Map<String, String>> removal(String key) {
    return List.of(keys(key), plainRows("accept", key), plainRows("write", key), off());
  }
}
