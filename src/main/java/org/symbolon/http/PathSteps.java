package org.symbolon.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What one reader of a path does to its text and another one does not. */
final class PathSteps {
  /** Each of them leaves a plain path as it is. */
  static final List<UnaryOperator<String>> ALL =
      List.of(
          PathSteps::decoded,
          PathSteps::withoutParameters,
          PathSteps::upToParameters,
          path -> path.replace('\\', '/'),
          PathSteps::withoutDoubledSlashes,
          PathSteps::upToItsEnd,
          PathSteps::withoutTrailingDots);

  private static final Pattern PARAMETERS = Pattern.compile(";[^/]*+");
  private static final Pattern SLASHES = Pattern.compile("/{2,}+");
  private static final Pattern END = Pattern.compile("[?#\\x00]");

  /** What Windows leaves out at the end of a file's name. */
  private static final Pattern TRAILING = Pattern.compile("(?<=[^/. ])[. ]++(?=/|$)");

  /** The Servlet container's own parameter (Jakarta Servlet §7.1.3), which ends a path. */
  private static final Pattern SESSION_ID = Pattern.compile(";jsessionid=[\\w.!:+-]*\\z");

  private PathSteps() {}

  static String withoutSessionId(String path) {
    return SESSION_ID.matcher(path).replaceFirst("");
  }

  static String withoutParameters(String path) {
    return path.indexOf(';') < 0 ? path : PARAMETERS.matcher(path).replaceAll("");
  }

  /** As Open Liberty finds a servlet that is mapped to one path. */
  private static String upToParameters(String path) {
    return path.split(";", 2)[0];
  }

  private static String withoutDoubledSlashes(String path) {
    return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
  }

  private static String upToItsEnd(String path) {
    return END.split(path, 2)[0];
  }

  private static String withoutTrailingDots(String path) {
    return TRAILING.matcher(path).replaceAll("");
  }

  /**
   * Percent-decoded once, as leniently as any reader might: UTF-8 of two and three bytes also where
   * one would do, other bytes as they are.
   */
  static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int escaped = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      i += escaped < 0 ? 0 : 2;
      bytes[length++] = escaped < 0 ? bytes[i] : (byte) escaped;
    }
    return text(bytes, length);
  }

  private static int hex(byte high, byte low) {
    int value = Character.digit(high, 16) * 16 + Character.digit(low, 16);
    return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : value;
  }

  private static String text(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int size = size(bytes, i, length);
      int code = size == 1 ? bytes[i] & 0xFF : bytes[i] & (0xFF >> (size + 1));
      for (int more = 1; more < size; more++) {
        code = (code << 6) | (bytes[++i] & 0x3F);
      }
      text.appendCodePoint(Math.min(code, Character.MAX_CODE_POINT));
    }
    return text.toString();
  }

  /** How many bytes make the character that begins there; one where they make none. */
  private static int size(byte[] bytes, int start, int length) {
    int first = bytes[start] & 0xFF;
    int size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1;
    for (int i = 1; i < size; i++) {
      if (start + i >= length || (bytes[start + i] & 0xC0) != 0x80) {
        return 1;
      }
    }
    return size;
  }
}
