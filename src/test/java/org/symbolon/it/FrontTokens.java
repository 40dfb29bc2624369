package org.symbolon.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header {@code front-token}, as a page reads it. */
final class FrontTokens {
  private FrontTokens() {}

  static JsonObject of(Answer answer) {
    String json =
        new String(
            Base64.getDecoder().decode(answer.header("front-token")), StandardCharsets.US_ASCII);
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
