package org.symbolon.http.transport;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The claims of an access token, read without any check. */
public final class TokenPayload {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private TokenPayload() {}

  /**
   * The JSON between the first and the last dot, in either alphabet of base64.
   *
   * @throws RuntimeException if it is none
   */
  public static JsonObject of(String token) {
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    byte[] json =
        Base64.getUrlDecoder().decode(payload.replace("=", "").replace('+', '-').replace('/', '_'));
    try (JsonReader reader =
        READERS.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }
}
