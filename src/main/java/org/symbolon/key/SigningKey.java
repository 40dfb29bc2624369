package org.symbolon.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key in use. Its secret never leaves this class: each use gets a sub-key of its own, derived by
 * HKDF from a label.
 */
public final class SigningKey {
  private final KeySlot slot;
  private final byte[] secret;
  private final byte[] fingerprint;
  private final String id;
  private final Map<String, byte[]> subKeys = new ConcurrentHashMap<>();

  SigningKey(KeySlot slot, KeyValue value) {
    this.slot = slot;
    this.secret = value.secret().clone();
    this.fingerprint = Arrays.copyOf(subKey("symbolon/key-id/v1"), 8);
    this.id = slot.label() + "-" + HexFormat.of().formatHex(fingerprint);
  }

  /** For what and from when on it signs. */
  public KeySlot slot() {
    return slot;
  }

  /**
   * The {@code kid} of access tokens, {@code access-1767225600-0123456789abcdef}: the slot, and a
   * fingerprint, so that two keys for one slot (a table that was emptied) are told apart.
   */
  public String id() {
    return id;
  }

  /** The fingerprint alone, 8 bytes: the key's id in refresh tokens. */
  public byte[] fingerprint() {
    return fingerprint.clone();
  }

  /**
   * The 32-byte key for one purpose. Shared: the caller must not change it.
   *
   * @param label such as {@code symbolon/refresh-mac/v1}
   */
  public byte[] subKey(String label) {
    return subKeys.computeIfAbsent(
        label,
        info -> HmacSha256.derive(secret, new byte[0], info.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
