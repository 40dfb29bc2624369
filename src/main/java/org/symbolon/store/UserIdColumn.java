package org.symbolon.store;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.symbolon.UserId;

/**
 * User ids and the text in the column {@code user_id}: a text stands for itself, the number 5 is
 * {@code {"i":5}} (reference behaviour, "Tables").
 */
public final class UserIdColumn {
  private UserIdColumn() {}

  static String write(UserId userId) {
    return userId instanceof UserId.WholeNumber number
        ? "{\"i\":" + number.value() + "}"
        : userId.toString();
  }

  static UserId read(String column) {
    JsonObject marked = marked(column);
    if (marked != null && marked.get("i") instanceof JsonNumber number) {
      try {
        return UserId.of(number.bigDecimalValue().longValueExact());
      } catch (ArithmeticException e) {
        // a fraction, which the reference allows: no number of ours, kept as the text it is
        return UserId.of(column);
      }
    }
    return UserId.of(column);
  }

  /** Whether a text would be read as something else: it is itself an object with one key, i. */
  public static boolean isAmbiguous(String text) {
    return marked(text) != null;
  }

  private static @Nullable JsonObject marked(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return null;
    }
    try {
      return JsonColumn.parse(text) instanceof JsonObject object
              && object.size() == 1
              && object.containsKey("i")
          ? object
          : null;
    } catch (JsonException e) {
      return null;
    }
  }
}
