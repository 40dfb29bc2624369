package org.symbolon.config;

import java.util.List;
import javax.crypto.SecretKey;

/**
 * Encryption of the rows of {@code signing_key}.
 *
 * @param keys 32 bytes each; the first encrypts, all decrypt; none: rows are written plain
 * @param plainRows what is done with rows that are not encrypted; without keys they are used
 */
public record KeyEncryptionConfig(List<SecretKey> keys, PlainKeyRows plainRows) {

  /** Copies the list. */
  public KeyEncryptionConfig {
    keys = List.copyOf(keys);
  }

  /** Whether there are keys. */
  public boolean isOn() {
    return !keys.isEmpty();
  }

  /** Not the keys. */
  @Override
  public String toString() {
    return "KeyEncryptionConfig[" + keys.size() + " keys, " + plainRows + "]";
  }
}
