package org.symbolon.http.transport;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.symbolon.Session;

/**
 * The header {@code front-token}: what an access token says, for the page that cannot read it.
 * Base64 of the JSON {@code {"uid": user id, "ate": its end in milliseconds, "up": payload}}, in
 * ASCII, since some clients take its bytes for Latin-1.
 */
final class FrontToken {
  static final String HEADER = "front-token";

  private FrontToken() {}

  /** With the payload alone, for the clients of 2020 to 2022. */
  static String withPayload(Session session) {
    JsonValue payload = session.payload();
    return encode(session, payload == null ? JsonValue.EMPTY_JSON_OBJECT : payload);
  }

  /**
   * With the claims of the access token, among which the members of the payload stand, as clients
   * since 2022 expect. By {@code iat} they find out how wrong their clock is.
   */
  static String withClaims(Session session) {
    JsonValue payload = session.payload();
    JsonObjectBuilder claims = Json.createObjectBuilder();
    if (payload instanceof JsonObject object) {
      object.forEach(claims::add);
    } else if (payload != null) {
      claims.add("pl", payload);
    }
    return encode(
        session,
        claims
            .add("sub", session.userId().toString())
            .add("sid", session.handle().value())
            .add("auth_time", session.authenticatedAt().getEpochSecond())
            .add("iat", session.issuedAt().getEpochSecond())
            .add("exp", session.expiresAt().plusMillis(999).getEpochSecond())
            .build());
  }

  private static String encode(Session session, JsonValue payload) {
    String json =
        Json.createObjectBuilder()
            .add("uid", session.userId().toString())
            .add("ate", session.expiresAt().toEpochMilli())
            .add("up", payload)
            .build()
            .toString();
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char unit = json.charAt(i);
      ascii.append(
          unit < 127 ? String.valueOf(unit) : String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return Base64.getEncoder().encodeToString(ascii.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
