package org.symbolon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Reads tokens to show what is in them. It checks nothing, and the format of refresh tokens is the
 * library's own affair ({@code docs/rotation.md}): no application should do this.
 */
final class TokenContents {
  private static final int BEFORE_GENERATION = 1 + 8 + 16;
  private static final int SEED = 32;

  private TokenContents() {}

  /** The claims of an access token, a JWT. */
  static JsonObject claims(String accessToken) {
    String[] parts = accessToken.split("\\.", -1);
    if (parts.length != 3) {
      throw Refusal.because("the cookie sAccessToken is no JWT");
    }
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(decoded(parts[1]), UTF_8)))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw Refusal.because("the cookie sAccessToken holds no claims");
    }
  }

  /** {@code {"generation":…}}: how many refreshes ago the user logged in. */
  static JsonObject fields(String refreshToken) {
    ByteBuffer token = ByteBuffer.wrap(decoded(refreshToken));
    try {
      int version = token.get();
      int generation = token.position(BEFORE_GENERATION).getInt();
      token.position(token.position() + SEED + (version == 1 ? 8 : 16));
      return Json.createObjectBuilder()
          .add("generation", generation)
          .add("login", token.getLong())
          .add("end", token.getLong())
          .build();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw Refusal.because("the cookie sRefreshToken is too short");
    }
  }

  static int generation(String refreshToken) {
    return fields(refreshToken).getInt("generation");
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Refusal.because("a cookie is not base64url");
    }
  }
}
