package org.symbolon.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One path below the context path, or all paths below one, as the mappings of servlets are written
 * (Jakarta Servlet §12.2): {@code /account}, {@code /app/*}, {@code /*}. Not {@code *.html}, since
 * servlets and resources that are mapped by a prefix take any ending.
 *
 * @param path without the asterisk, and without a slash at the end
 * @param below whether paths below count, too
 */
public record PathPattern(String path, boolean below) {
  private static final Pattern VALID = Pattern.compile("/([^/*?#;%\\\\\\p{Cntrl}]+(/|$))*\\*?");

  /** Empty if the text is none. */
  public static Optional<PathPattern> parse(String text) {
    boolean isValid =
        VALID.matcher(text).matches()
            && !text.matches(".*/\\.\\.?(/.*)?")
            && (text.equals("/*") || !text.endsWith("/"));
    if (!isValid || text.equals("/")) {
      return Optional.empty();
    }
    boolean below = text.endsWith("/*");
    return Optional.of(new PathPattern(below ? text.substring(0, text.length() - 2) : text, below));
  }

  /** Exactly as it is spelled. */
  boolean matches(String asked) {
    return asked.equals(path) || (below && asked.startsWith(path + "/"));
  }

  /**
   * Whatever the case of its letters, and however they are composed, since some servers find files
   * regardless of that; with or without a slash at the end.
   */
  boolean matchesAnyCase(String asked) {
    String folded = folded(asked);
    String own = folded(path);
    if (!folded.startsWith(own + "/")) {
      return folded.equals(own);
    }
    return below || folded.length() == own.length() + 1;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
