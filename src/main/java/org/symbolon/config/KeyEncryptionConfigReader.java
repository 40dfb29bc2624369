package org.symbolon.config;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The part of {@link SessionConfigReader} that concerns encryption. No complaint shows a key. */
final class KeyEncryptionConfigReader {
  private static final System.Logger LOG =
      System.getLogger(KeyEncryptionConfigReader.class.getName());
  private static final String KEYS = "symbolon.key-encryption.keys";
  private static final String PLAIN_ROWS = "symbolon.key-encryption.plain-rows";
  private static final int BYTES = 32;

  private final Settings settings;

  KeyEncryptionConfigReader(Settings settings) {
    this.settings = settings;
  }

  KeyEncryptionConfig read() {
    String plainRows = settings.textOrNull(PLAIN_ROWS);
    settings.require(
        plainRows == null || settings.textOrNull(KEYS) != null,
        PLAIN_ROWS,
        String.valueOf(plainRows),
        "needs " + KEYS);
    return new KeyEncryptionConfig(
        keys(), settings.choice(PLAIN_ROWS, PlainKeyRows.REFUSE, PlainKeyRows.values()));
  }

  /** Says what the operator may not have meant; to be called once, when all was found right. */
  void warn(KeyEncryptionConfig config) {
    if (config.isOn() && config.plainRows() != PlainKeyRows.REFUSE) {
      LOG.log(
          Level.WARNING,
          "{0}={1}: key rows that are not encrypted are used; remove this setting when the"
              + " change is over",
          PLAIN_ROWS,
          Settings.lower(config.plainRows()));
    } else if (!config.isOn() && settings.isProduction()) {
      LOG.log(
          Level.WARNING,
          "the signing keys are not encrypted: whoever reads their table can sign tokens. Set {0}.",
          KEYS);
    }
  }

  private List<SecretKey> keys() {
    if (settings.textOrNull(KEYS) == null) {
      return List.of();
    }
    List<String> texts = settings.list(KEYS, List.of());
    settings.require(!texts.isEmpty(), KEYS, "(no key)", "must hold one key at least");
    List<SecretKey> keys = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String which = "(key " + (i + 1) + " of " + texts.size() + ")";
      byte[] bytes = bytes(texts.get(i), which);
      if (bytes != null) {
        settings.require(
            !isWeak(bytes), KEYS, which, "must be 32 random bytes, such as openssl rand makes");
        SecretKey key = new SecretKeySpec(bytes, "AES");
        settings.require(!keys.contains(key), KEYS, which, "must not be listed twice");
        keys.add(key);
      }
    }
    return keys;
  }

  private byte @Nullable [] bytes(String text, String which) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      if (bytes.length == BYTES) {
        return bytes;
      }
      settings.require(
          false, KEYS, which, "must be 32 bytes in base64, but has " + bytes.length + " bytes");
    } catch (IllegalArgumentException e) {
      settings.require(false, KEYS, which, "must be 32 bytes in base64");
    }
    return null;
  }

  /**
   * Passwords, fillings and examples; a random key looks like one of them once in 10<sup>13</sup>.
   */
  private static boolean isWeak(byte[] key) {
    boolean isText = true;
    boolean isSequence = true;
    Set<Byte> different = new HashSet<>();
    for (int i = 0; i < key.length; i++) {
      different.add(key[i]);
      isText &= key[i] >= ' ' && key[i] <= '~';
      isSequence &= i < 2 || (byte) (key[i] - key[i - 1]) == (byte) (key[1] - key[0]);
    }
    return isText || isSequence || different.size() < key.length / 2;
  }
}
