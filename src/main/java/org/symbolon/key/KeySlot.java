package org.symbolon.key;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For what and from when on a key signs. Nodes that need the same key at once try to insert a row
 * of the same name; one succeeds and the others read it.
 *
 * @param purpose for what
 * @param start from when on, whole seconds; the epoch if the key never changes
 */
public record KeySlot(KeyPurpose purpose, Instant start) {
  private static final Pattern NAME = Pattern.compile("symbolon-(access|refresh)-(\\d{1,12})");

  /** The row's {@code key_name}: {@code symbolon-access-1767225600}. */
  public String rowName() {
    return "symbolon-" + label();
  }

  /** The part of the name that key ids repeat: {@code access-1767225600}. */
  String label() {
    return purpose.label() + "-" + start.getEpochSecond();
  }

  /** The slot of a row, or empty if the row is none of ours (the reference's, say). */
  static Optional<KeySlot> ofRow(String rowName) {
    Matcher matcher = NAME.matcher(rowName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    KeyPurpose purpose =
        matcher.group(1).equals(KeyPurpose.ACCESS.label()) ? KeyPurpose.ACCESS : KeyPurpose.REFRESH;
    return Optional.of(
        new KeySlot(purpose, Instant.ofEpochSecond(Long.parseLong(matcher.group(2)))));
  }
}
