package org.symbolon.key;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key row, cut at its colons: see {@link KeyValue}.
 *
 * @param format which version of it
 * @param algorithm what the key is for
 * @param protection {@code plain}, or {@code A256GCM.} and the id of the key that encrypted it
 * @param data the key, or what became of it
 */
record KeyRowText(String format, String algorithm, String protection, String data) {
  private static final String FORMAT = "symbolon1";
  private static final String PLAIN = "plain";
  private static final Pattern ENCRYPTED = Pattern.compile("A256GCM\\.([0-9a-f]{8})");

  /** Empty if it is no such text; whether the data mean anything is not checked. */
  static Optional<KeyRowText> of(String text) {
    String[] parts = text.split(":", -1);
    return parts.length == 4 && parts[0].equals(FORMAT)
        ? Optional.of(new KeyRowText(parts[0], parts[1], parts[2], parts[3]))
        : Optional.empty();
  }

  /** Of a key that is not encrypted. */
  static KeyRowText plainOf(String algorithm, byte[] bytes) {
    return new KeyRowText(FORMAT, algorithm, PLAIN, "").plain(bytes);
  }

  boolean isPlain() {
    return protection.equals(PLAIN);
  }

  /** Of the key that encrypted it; empty if it is not encrypted, or in another way. */
  Optional<String> keyId() {
    Matcher matcher = ENCRYPTED.matcher(protection);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The data's bytes; {@code IllegalArgumentException} if there are none. */
  byte[] bytes() {
    return Base64.getUrlDecoder().decode(data);
  }

  KeyRowText plain(byte[] bytes) {
    return with(PLAIN, bytes);
  }

  KeyRowText encrypted(String keyId, byte[] bytes) {
    return with("A256GCM." + keyId, bytes);
  }

  private KeyRowText with(String newProtection, byte[] bytes) {
    String newData = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new KeyRowText(format, algorithm, newProtection, newData);
  }

  /** As it stands in the table. */
  String text() {
    return String.join(":", format, algorithm, protection, data);
  }

  /** Not the data. */
  @Override
  public String toString() {
    return "KeyRowText[" + algorithm + ", " + protection + "]";
  }
}
