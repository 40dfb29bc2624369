package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.test.SessionsInMemory;

/** The principal of a secured request: types as MicroProfile JWT 2.1 gives them. */
class TokenPrincipalTest {
  private final SessionsInMemory sessions = SessionsInMemory.start();

  @Test
  void a_token_of_ours_says_who_until_when_and_with_which_roles() {
    JsonObject payload =
        Json.createObjectBuilder()
            .add("groups", Json.createArrayBuilder().add("admin").add("user"))
            .add("price", new java.math.BigDecimal("1.10"))
            .build();
    SessionTokens tokens = sessions.manager().create(UserId.of("alice"), payload, null);
    String token = tokens.accessToken().value();
    JsonWebToken principal = TokenPrincipal.of(token, tokens.session());
    assertThat(principal.getName()).isEqualTo("alice");
    assertThat(principal.getSubject()).isEqualTo("alice");
    assertThat(principal.getIssuer()).isEqualTo("symbolon");
    assertThat(principal.getGroups()).containsExactlyInAnyOrder("admin", "user");
    assertThat(principal.getRawToken()).isEqualTo(token);
    assertThat(principal.<String>getClaim(Claims.raw_token)).isEqualTo(token);
    assertThat(principal.getExpirationTime())
        .isEqualTo(tokens.session().expiresAt().plusMillis(999).getEpochSecond());
    assertThat(principal.getIssuedAtTime()).isEqualTo(sessions.now().getEpochSecond());
    assertThat(principal.<Long>getClaim(Claims.auth_time))
        .isEqualTo(tokens.session().authenticatedAt().getEpochSecond());
    assertThat(principal.getTokenID()).isNotEmpty();
    assertThat(principal.<String>getClaim("sid")).isEqualTo(tokens.session().handle().value());
    assertThat(principal.<JsonObject>getClaim("pl")).isEqualTo(payload);
    assertThat(principal.toString()).doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, Long.MAX_VALUE, Long.MIN_VALUE})
  void a_numeric_user_id_is_its_text(long id) {
    SessionTokens tokens = sessions.manager().create(UserId.of(id), null, null);
    JsonWebToken principal = TokenPrincipal.of(tokens.accessToken().value(), tokens.session());
    assertThat(principal.getName()).isEqualTo(Long.toString(id));
    assertThat(principal.getSubject()).isEqualTo(Long.toString(id));
    assertThat(principal.getGroups()).isEmpty();
    assertThat(principal.containsClaim("pl")).isFalse();
  }

  @Test
  void listed_claims_have_java_s_types() {
    JsonWebToken principal =
        of(
            """
            {"aud":["a","b"],"groups":["r",7],"email_verified":true,"phone_number_verified":false,
             "updated_at":1767225600,"exp":9007199254740993,"email":"e@x",
             "address":{"country":"NL"}}""");
    assertThat(principal.getAudience()).containsExactly("a", "b");
    assertThat(principal.getGroups()).containsExactly("r");
    assertThat(principal.<Boolean>getClaim(Claims.email_verified)).isTrue();
    assertThat(principal.<Boolean>getClaim(Claims.phone_number_verified)).isFalse();
    assertThat(principal.<Long>getClaim(Claims.updated_at)).isEqualTo(1767225600L);
    assertThat(principal.getExpirationTime()).isEqualTo(9007199254740993L);
    assertThat(principal.<String>getClaim(Claims.email)).isEqualTo("e@x");
    assertThat(principal.<JsonObject>getClaim(Claims.address).getString("country")).isEqualTo("NL");
    assertThat(of("{\"aud\":\"a\"}").getAudience()).containsExactly("a");
    assertThat(of("{}").getAudience()).isNull();
  }

  @Test
  void other_claims_have_json_s_types_and_keep_every_digit() {
    JsonWebToken principal =
        of(
            """
            {"text":"t","decimal":1.10,"huge":123456789012345678901234567890,"yes":true,
             "nothing":null,"list":[1,{"a":"ü€😀"}],"object":{"deep":{"n":9007199254740993}}}""");
    assertThat(principal.<String>getClaim("text")).isEqualTo("t");
    assertThat(principal.<JsonNumber>getClaim("decimal")).hasToString("1.10");
    assertThat(principal.<JsonNumber>getClaim("huge"))
        .hasToString("123456789012345678901234567890");
    assertThat(principal.<JsonValue>getClaim("yes")).isEqualTo(JsonValue.TRUE);
    assertThat(principal.<JsonValue>getClaim("nothing")).isEqualTo(JsonValue.NULL);
    assertThat(principal.<JsonArray>getClaim("list")).hasToString("[1,{\"a\":\"ü€😀\"}]");
    assertThat(principal.<JsonObject>getClaim("object"))
        .hasToString("{\"deep\":{\"n\":9007199254740993}}");
    assertThat(principal.claim("absent")).isEmpty();
    assertThat(principal.getClaimNames()).contains("text", "object", "raw_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"groups\":\"admin\"}", "{\"groups\":null}", "{\"groups\":{}}", "{}"})
  void what_is_no_array_of_roles_gives_no_role(String claims) {
    assertThat(of(claims).getGroups()).isEmpty();
  }

  /** A token of another format: padded standard base64, and other names. */
  @Test
  void what_the_token_does_not_say_the_session_says() {
    SessionTokens tokens = sessions.manager().create(UserId.of(7), null, null);
    String token =
        "e30="
            + "."
            + Base64.getEncoder()
                .encodeToString("{\"userId\":7,\"x\":\"ÿ?>\"}".getBytes(StandardCharsets.UTF_8))
            + ".c2ln";
    JsonWebToken principal = TokenPrincipal.of(token, tokens.session());
    assertThat(principal.getName()).isEqualTo("7");
    assertThat(principal.getSubject()).isEqualTo("7");
    assertThat(principal.getIssuedAtTime()).isEqualTo(sessions.now().getEpochSecond());
    assertThat(principal.getExpirationTime())
        .isEqualTo(tokens.session().expiresAt().plusMillis(999).getEpochSecond());
    assertThat(principal.<String>getClaim("x")).isEqualTo("ÿ?>");
  }

  private JsonWebToken of(String claims) {
    byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
    return TokenPrincipal.of(
        "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".c2ln",
        sessions.manager().create(UserId.of("alice"), null, null).session());
  }
}
