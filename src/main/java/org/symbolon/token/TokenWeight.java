package org.symbolon.token;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a remembered token takes, about, and rather too much: JSON takes many times the
 * room of its text, which an application may let its users write.
 */
final class TokenWeight {
  /**
   * The cache's entry, the record of claims with its small values, and what they are wrapped in.
   */
  private static final int ENTRY = 1200;

  /** A string, or an entry of a map, without its characters; also a number. */
  private static final int STRING = 80;

  /** An object or array, without what is in it. */
  private static final int CONTAINER = 160;

  /** A place in an array or in a map's table. */
  private static final int PLACE = 16;

  private TokenWeight() {}

  static int bytes(String part, VerifiedToken token) {
    AccessClaims claims = token.claims();
    long bytes =
        (long) ENTRY + text(part) + text(claims.userId().toString()) + json(claims.payload());
    for (String group : claims.groups()) {
      bytes += 2 * PLACE + STRING + text(group);
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  private static long json(@Nullable JsonValue value) {
    if (value instanceof JsonString string) {
      return text(string.getString());
    }
    if (value instanceof JsonNumber number) {
      return text(number.toString());
    }
    long bytes = CONTAINER;
    if (value instanceof JsonArray array) {
      for (JsonValue element : array) {
        bytes += PLACE + json(element);
      }
      return bytes;
    }
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> member : object.entrySet()) {
        bytes += PLACE + STRING + text(member.getKey()) + json(member.getValue());
      }
      return bytes;
    }
    return 0;
  }

  private static long text(String text) {
    return STRING + 2L * text.length();
  }
}
