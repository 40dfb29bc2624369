package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FrontTokenTest {
  private static final JsonObject PAYLOAD =
      Json.createObjectBuilder().add("name", "Zoë 😀").add("sub", "mallory").add("n", 1.10).build();

  @Test
  void the_payload_alone_for_older_clients() {
    String token = FrontToken.withPayload(SampleTokens.session(PAYLOAD));
    JsonObject front = read(token);
    assertThat(front.getString("uid")).isEqualTo("alice");
    assertThat(front.getJsonNumber("ate").longValue()).isEqualTo(SampleTokens.END.toEpochMilli());
    assertThat(front.getJsonObject("up")).isEqualTo(PAYLOAD);
    assertThat(read(FrontToken.withPayload(SampleTokens.session(null))).getJsonObject("up"))
        .isEmpty();
  }

  @Test
  void claims_of_ours_come_before_members_of_the_payload() {
    JsonObject claims =
        read(FrontToken.withClaims(SampleTokens.session(PAYLOAD))).getJsonObject("up");
    assertThat(claims.getString("sub")).isEqualTo("alice");
    assertThat(claims.getString("name")).isEqualTo("Zoë 😀");
    assertThat(claims.getJsonNumber("iat").longValue())
        .isEqualTo(SampleTokens.END.minusSeconds(3600).getEpochSecond());
    assertThat(claims.getJsonNumber("exp").longValue())
        .isEqualTo(SampleTokens.END.getEpochSecond());
  }

  @Test
  void another_payload_than_an_object_is_a_claim() {
    assertThat(claims(Json.createValue("x")).getString("pl")).isEqualTo("x");
    assertThat(claims(JsonValue.NULL).get("pl")).isEqualTo(JsonValue.NULL);
    assertThat(claims(null)).doesNotContainKey("pl");
  }

  private static JsonObject claims(JsonValue payload) {
    return read(FrontToken.withClaims(SampleTokens.session(payload))).getJsonObject("up");
  }

  /** As the oldest clients read it: bytes are characters. */
  private static JsonObject read(String token) {
    String text = new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1);
    assertThat(text).matches("\\p{ASCII}+");
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
