package org.symbolon.reference;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.symbolon.UserId;
import org.symbolon.store.UserIdColumn;

/**
 * User ids in the tokens of the reference: a text or a number. A fraction is no number of ours; it
 * is the text that the table has for it, {@code {"i":1.5}}.
 */
final class NodeUserId {
  private NodeUserId() {}

  static JsonValue write(UserId userId) {
    if (userId instanceof UserId.WholeNumber number) {
      return Json.createValue(number.value());
    }
    String text = userId.toString();
    return UserIdColumn.isAmbiguous(text) && numberIn(text) instanceof JsonNumber fraction
        ? fraction
        : Json.createValue(text);
  }

  /** Null if it is neither text nor number. */
  static @Nullable UserId read(@Nullable JsonValue json) {
    if (json instanceof JsonString text) {
      return UserId.of(NodeText.trim(text.getString()));
    }
    if (!(json instanceof JsonNumber number)) {
      return null;
    }
    try {
      return UserId.of(number.bigDecimalValue().longValueExact());
    } catch (ArithmeticException e) {
      return UserId.of("{\"i\":" + number + "}");
    }
  }

  private static @Nullable JsonValue numberIn(String object) {
    try (JsonReader reader = Json.createReader(new StringReader(object))) {
      JsonObject marked = reader.readObject();
      return marked.get("i");
    }
  }
}
