package org.symbolon.demo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.symbolon.UserId;

/**
 * What a login asks for: {@code {"user":…, "payload":…, "info":…}}.
 *
 * @param payload any JSON; Java {@code null} if the member is absent, unlike JSON null
 * @param info likewise
 */
record Login(UserId user, JsonValue payload, JsonValue info) {

  static Login of(JsonValue body) {
    if (!(body instanceof JsonObject object)) {
      throw Refusal.because("the body must be a JSON object, such as {\"user\":\"alice\"}");
    }
    return new Login(user(object.get("user")), object.get("payload"), object.get("info"));
  }

  private static UserId user(JsonValue user) {
    if (user instanceof JsonString text) {
      return UserId.of(text.getString());
    }
    if (user instanceof JsonNumber number) {
      return UserId.of(wholeNumber(number));
    }
    throw Refusal.because(
        user == null
            ? "the member \"user\" is missing"
            : "the member \"user\" must be a text or a whole number");
  }

  private static long wholeNumber(JsonNumber number) {
    try {
      return number.bigDecimalValue().longValueExact();
    } catch (ArithmeticException e) {
      throw Refusal.because(
          "a number as \"user\" must be whole and lie between "
              + Long.MIN_VALUE
              + " and "
              + Long.MAX_VALUE);
    }
  }
}
