package org.symbolon.key;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.config.SigningAlgorithm;

/**
 * For what, how and from when on a key signs. Nodes that need the same key at once try to insert a
 * row of the same name; one succeeds and the others read it.
 *
 * @param purpose for what
 * @param algorithm how; keys for refresh tokens are HS256
 * @param start from when on, whole seconds; the epoch if the key never changes
 */
record KeySlot(KeyPurpose purpose, SigningAlgorithm algorithm, Instant start) {
  private static final Pattern NAME =
      Pattern.compile("symbolon-(access|access-es256|refresh)-(\\d{1,12})");

  /** The row's {@code key_name}: {@code symbolon-access-1767225600}. */
  String rowName() {
    return "symbolon-" + label();
  }

  /** The part of the name that key ids repeat: {@code access-1767225600}. */
  String label() {
    return kind(purpose, algorithm) + "-" + start.getEpochSecond();
  }

  boolean hasKindOf(KeySlot other) {
    return purpose == other.purpose && algorithm == other.algorithm;
  }

  /** The slot of a row, or empty if the row is none of ours (the reference's, say). */
  static Optional<KeySlot> ofRow(String rowName) {
    Matcher matcher = NAME.matcher(rowName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String kind = matcher.group(1);
    return Optional.of(
        new KeySlot(
            kind.equals(KeyPurpose.REFRESH.label()) ? KeyPurpose.REFRESH : KeyPurpose.ACCESS,
            kind.equals(kind(KeyPurpose.ACCESS, SigningAlgorithm.ES256))
                ? SigningAlgorithm.ES256
                : SigningAlgorithm.HS256,
            Instant.ofEpochSecond(Long.parseLong(matcher.group(2)))));
  }

  /** HS256 is not named: its rows have had these names from the beginning. */
  private static String kind(KeyPurpose purpose, SigningAlgorithm algorithm) {
    return algorithm == SigningAlgorithm.HS256
        ? purpose.label()
        : purpose.label() + "-" + algorithm.name().toLowerCase(Locale.ROOT);
  }
}
