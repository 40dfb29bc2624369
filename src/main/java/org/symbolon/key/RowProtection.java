package org.symbolon.key;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.symbolon.config.KeyEncryptionConfig;
import org.symbolon.config.PlainKeyRows;

/** Which rows this node can and may read, and how it writes them. */
final class RowProtection {
  private static final String KEYS = "symbolon.key-encryption.keys";

  private final PlainKeyRows plainRows;
  private final List<RowCipher> ciphers;
  private final SecureRandom random;

  RowProtection(KeyEncryptionConfig config, String table, SecureRandom random) {
    this.ciphers = config.keys().stream().map(key -> new RowCipher(table, key)).toList();
    this.plainRows = config.isOn() ? config.plainRows() : PlainKeyRows.WRITE;
    this.random = random;
  }

  /** What came of reading a row. */
  sealed interface Reading {}

  /**
   * It can be used.
   *
   * @param plain its text without encryption
   * @param isSettled whether this node would write it the same way
   */
  record Usable(KeyRowText plain, boolean isSettled) implements Reading {
    @Override
    public String toString() {
      return "Usable[" + plain + "]";
    }
  }

  /**
   * It cannot, or must not, be used by this node; others may well use it.
   *
   * @param reason goes on after "the key row …"
   */
  record Unusable(String reason) implements Reading {}

  /** No node can use it, so encryption has nothing to do with it. */
  record Damaged() implements Reading {}

  Reading read(String rowName, String value) {
    Optional<KeyRowText> text = KeyRowText.of(value);
    Optional<String> keyId = text.flatMap(KeyRowText::keyId);
    if (keyId.isPresent()) {
      return decrypted(rowName, text.get(), keyId.get());
    }
    if (text.filter(KeyRowText::isPlain).isEmpty()) {
      return new Damaged();
    }
    return plainRows == PlainKeyRows.REFUSE
        ? new Unusable(
            "is not encrypted, and symbolon.key-encryption.plain-rows is refuse (accept would"
                + " have it encrypted)")
        : new Usable(text.get(), plainRows == PlainKeyRows.WRITE);
  }

  private Reading decrypted(String rowName, KeyRowText text, String keyId) {
    List<RowCipher> named = ciphers.stream().filter(cipher -> cipher.id().equals(keyId)).toList();
    if (named.isEmpty()) {
      return new Unusable(
          "is encrypted with the key %s, which %s does not hold (it holds %s)"
              .formatted(keyId, KEYS, ciphers.isEmpty() ? "none" : ids()));
    }
    for (RowCipher cipher : named) {
      Optional<KeyRowText> plain = cipher.decrypt(rowName, text);
      if (plain.isPresent()) {
        boolean isSettled = plainRows != PlainKeyRows.WRITE && cipher == ciphers.get(0);
        return new Usable(plain.get(), isSettled);
      }
    }
    return new Unusable(
        "was changed, or comes from another row or table: the key %s does not open it"
            .formatted(keyId));
  }

  /** The text for the table. */
  String write(String rowName, KeyRowText plain) {
    return plainRows == PlainKeyRows.WRITE
        ? plain.text()
        : ciphers.get(0).encrypt(rowName, plain, random).text();
  }

  /** How rows are written, for the log. */
  String way() {
    return plainRows == PlainKeyRows.WRITE
        ? "not encrypted"
        : "encrypted with the key " + ciphers.get(0).id();
  }

  /** Of all keys, the one that encrypts first. */
  String ids() {
    return String.join(", ", ciphers.stream().map(RowCipher::id).toList());
  }
}
