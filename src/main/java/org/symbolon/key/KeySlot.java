package org.symbolon.key;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern NAME = Pattern.compile("symbolon-([a-z0-9-]{1,30})-(\\d{1,12})");

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
    Instant start = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)));
    return Stream.concat(
            Stream.of(new KeySlot(KeyPurpose.REFRESH, SigningAlgorithm.HS256, start)),
            Arrays.stream(SigningAlgorithm.values())
                .filter(SigningAlgorithm::hasKeysInTable)
                .map(algorithm -> new KeySlot(KeyPurpose.ACCESS, algorithm, start)))
        .filter(slot -> slot.rowName().equals(rowName))
        .findFirst();
  }

  /** HS256 is not named: its rows have had these names from the beginning. */
  private static String kind(KeyPurpose purpose, SigningAlgorithm algorithm) {
    return algorithm == SigningAlgorithm.HS256
        ? purpose.label()
        : purpose.label() + "-" + algorithm.label();
  }
}
