package org.symbolon.reference;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Texts as Node reads them. */
final class NodeText {
  /** What {@code \s} is in JavaScript (ECMA-262 §22.2.2.9). */
  private static final String SPACE =
      "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
          + "\u2028\u2029\u202f\u205f\u3000\ufeff";

  private NodeText() {}

  /** A member that is a text, trimmed; null if it is missing or anything else. */
  static @Nullable String member(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? trim(text.getString()) : null;
  }

  static String trim(String text) {
    // no regular expression: one for the end would try each run of spaces from each of its places
    int begin = 0;
    int end = text.length();
    while (begin < end && SPACE.indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    while (begin < end && SPACE.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(begin, end);
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
