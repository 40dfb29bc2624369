package org.symbolon.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of settings that protect something: misspelt they would do nothing, and nobody see it. */
final class ProtectingNames {
  /** The last part of a name that says what is meant, whatever stands before it. */
  private static final int TELLING = 8;

  private static final int MOST_SLIPS = 2;

  private static final List<String> ALL =
      List.of(
          "symbolon.anti-csrf",
          "symbolon.theft-reaction",
          "symbolon.secured-paths",
          "symbolon.secured-paths.except",
          "symbolon.security.mechanism",
          "symbolon.access-token.validity",
          "symbolon.access-token.audience",
          "symbolon.access-token.issuer",
          "symbolon.access-token.type",
          "symbolon.access-token.path",
          "symbolon.access-token.blacklisting",
          "symbolon.access-token.key-rotation",
          "symbolon.access-token.key-update-interval",
          "symbolon.refresh-token.validity",
          "symbolon.refresh-token.max-lifetime",
          "symbolon.refresh-token.leeway",
          "symbolon.refresh-token.repeat-limit",
          "symbolon.key-encryption.keys",
          "symbolon.key-encryption.plain-rows",
          "symbolon.cookie.domain",
          "symbolon.cookie.secure",
          "symbolon.cookie.same-site",
          "symbolon.cookie.refresh-path",
          "symbolon.http.allowed-origins",
          "symbolon.http.token-transfer",
          "symbolon.http.anti-csrf-mode");

  private ProtectingNames() {}

  /**
   * The one that was probably meant: two slips away at most, or with another beginning.
   *
   * @param name which is none of the library's
   */
  static Optional<String> like(String name) {
    return nearly(name).or(() -> ALL.stream().filter(meant -> endsAlike(name, meant)).findFirst());
  }

  /** The one that it is nearly: two slips away at most. */
  static Optional<String> nearly(String name) {
    String letters = letters(name);
    return ALL.stream()
        .filter(meant -> slips(letters, letters(meant)) <= MOST_SLIPS)
        .min(Comparator.comparingInt(meant -> slips(letters, letters(meant))));
  }

  private static boolean endsAlike(String name, String meant) {
    String end = letters(meant.substring(meant.lastIndexOf('.') + 1));
    return end.length() >= TELLING
        && end.equals(letters(name.substring(name.lastIndexOf('.') + 1)));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Letters that are missing, too many, others, or two that have changed places. */
  static int slips(String one, String other) {
    if (Math.abs(one.length() - other.length()) > MOST_SLIPS) {
      return MOST_SLIPS + 1;
    }
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + differs);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        distance[i][j] = swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
      }
    }
    return distance[one.length()][other.length()];
  }
}
