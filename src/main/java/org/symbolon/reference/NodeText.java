package org.symbolon.reference;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as Node reads them. */
final class NodeText {
  /** What {@code \s} is in JavaScript (ECMA-262 §22.2.2.9). */
  private static final String SPACE =
      "[\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]";

  private static final Pattern OUTER = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");

  private NodeText() {}

  /** A member that is a text, trimmed; null if it is missing or anything else. */
  static @Nullable String member(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? trim(text.getString()) : null;
  }

  static String trim(String text) {
    return OUTER.matcher(text).replaceAll("");
  }

  /** Both alphabets, padded or not; {@code IllegalArgumentException} for anything else. */
  static byte[] fromBase64(String text) {
    String standard = text.replace('-', '+').replace('_', '/');
    int end = standard.length();
    while (end > 0 && standard.charAt(end - 1) == '=') {
      end--;
    }
    return Base64.getDecoder().decode(standard.substring(0, end));
  }
}
