package org.symbolon.key;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKey;
import org.symbolon.config.SigningAlgorithm;

/**
 * A key in use. The secret of a row never leaves this class: each use gets a sub-key of its own,
 * derived by HKDF from a label.
 */
public final class SigningKey {
  /** What the ids of the application's keys begin with. */
  static final String SUPPLIED = "app-";

  private final KeyPurpose purpose;
  private final SigningAlgorithm algorithm;
  private final byte[] secret;
  private final @Nullable KeyPair pair;
  private final byte[] macKey;
  private final byte[] fingerprint;
  private final String id;
  private final Map<String, byte[]> subKeys = new ConcurrentHashMap<>();

  /**
   * A key.
   *
   * @param name what its id begins with
   * @param hs256 the secret that signs with HS256, if it is not derived
   */
  private SigningKey(String name, KeyPurpose purpose, KeyValue value, byte @Nullable [] hs256) {
    this.purpose = purpose;
    this.algorithm = value.algorithm();
    this.secret = value.secret().clone();
    this.pair = value.pair();
    this.macKey = hs256 != null ? hs256.clone() : subKey(macLabel(algorithm));
    this.fingerprint = Arrays.copyOf(subKey("symbolon/key-id/v1"), 8);
    this.id = name + HexFormat.of().formatHex(fingerprint);
  }

  /** Out of a row of the table. */
  static SigningKey of(KeySlot slot, KeyValue value) {
    return new SigningKey(slot.label() + "-", slot.purpose(), value, null);
  }

  /**
   * One of the application's. Its HS256 secret signs as it is, so that others who have it can
   * verify.
   *
   * @throws InvalidKeyException naming what is wrong
   */
  static SigningKey of(AccessTokenKey supplied) throws InvalidKeyException {
    if (supplied instanceof AccessTokenKey.OfPair pair) {
      return new SigningKey(SUPPLIED, KeyPurpose.ACCESS, SuppliedPair.valueOf(pair), null);
    }
    byte[] secret = ((AccessTokenKey.Hs256) supplied).secret();
    KeyValue value = new KeyValue(SigningAlgorithm.HS256, secret, null);
    return new SigningKey(SUPPLIED, KeyPurpose.ACCESS, value, secret);
  }

  private static String macLabel(SigningAlgorithm algorithm) {
    String kind = algorithm == SigningAlgorithm.HS256 ? "" : "-mac";
    return "symbolon/access-" + algorithm.label() + kind + "/v1";
  }

  /** For what it signs. */
  public KeyPurpose purpose() {
    return purpose;
  }

  /** How it signs access tokens; the key decides that, never a token (RFC 8725 §3.1). */
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  /** Whether others can verify what it signs, with the public half of its pair. */
  boolean isPublic() {
    return purpose == KeyPurpose.ACCESS && pair != null;
  }

  /**
   * The {@code kid} of access tokens, {@code access-1767225600-0123456789abcdef}: the slot, and a
   * fingerprint, so that two keys for one slot (a table that was emptied) are told apart. Of the
   * application's keys {@code app-0123456789abcdef}.
   */
  public String id() {
    return id;
  }

  /** The fingerprint alone, 8 bytes: the key's id in refresh tokens. */
  public byte[] fingerprint() {
    return fingerprint.clone();
  }

  /**
   * The HMAC key for access tokens: of the signature with HS256, of the MAC in the header with all
   * others. Shared: the caller must not change it.
   */
  public byte[] macKey() {
    return macKey;
  }

  /**
   * The key pair of a public-key algorithm.
   *
   * @throws IllegalStateException if it is an HS256 key
   */
  public KeyPair pair() {
    if (pair == null) {
      throw new IllegalStateException(id + " has no key pair");
    }
    return pair;
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
