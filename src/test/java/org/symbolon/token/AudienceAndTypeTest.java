package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.UserId;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/** For whom a token is (R33), and what it says that it is (R32, R40). */
class AudienceAndTypeTest {
  private static final AccessClaims CLAIMS = SampleClaims.confirmed(UserId.of("alice"));

  private final SigningKeys keys =
      TestKeys.fresh(() -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", "ES256"));

  @Test
  void one_audience_is_a_string_several_are_an_array_and_none_is_no_claim() {
    assertThat(aud()).isNull();
    assertThat(aud("shop")).isEqualTo(Json.createValue("shop"));
    assertThat(aud("shop", "depot")).hasToString("[\"shop\",\"depot\"]");
  }

  @Test
  void a_node_accepts_what_names_one_of_its_own_audiences() {
    assertThat(accepts(audience(), audience())).isTrue();
    assertThat(accepts(audience("shop"), audience("shop"))).isTrue();
    assertThat(accepts(audience("depot", "shop"), audience("shop"))).isTrue();
    assertThat(accepts(audience("shop"), audience("depot", "shop"))).isTrue();
  }

  @Test
  void a_node_refuses_what_is_meant_for_others() {
    assertThat(accepts(audience("depot"), audience("shop"))).isFalse();
    assertThat(accepts(audience("Shop"), audience("shop"))).isFalse();
    assertThat(accepts(audience("a", "b"), audience("c", "d"))).isFalse();
    assertThat(accepts(audience(), audience("shop"))).as("for nobody in particular").isFalse();
    assertThat(accepts(audience("shop"), audience())).as("RFC 7519 §4.1.3").isFalse();
  }

  /** Whoever shares the application's own keys can sign anything. */
  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "{}", "[]", "[5]", "[[\"shop\"]]", "true", "\"\""})
  void an_audience_of_another_form_is_nobody(String aud) {
    ClaimsJson shop = new ClaimsJson("symbolon", audience("shop"), List.of());
    String written = shop.write(CLAIMS);
    assertThat(shop.read(written)).isPresent();
    String changed = written.replace("\"aud\":\"shop\"", "\"aud\":" + aud);
    assertThat(changed).isNotEqualTo(written);
    assertThat(shop.read(changed)).isEmpty();
    assertThat(new ClaimsJson("symbolon", audience(), List.of()).read(changed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HS256, JWT", "HS256, at+jwt", "ES256, JWT", "ES256, at+jwt", "EdDSA, at+jwt"})
  void the_type_is_in_the_header_and_a_token_of_the_other_type_is_refused(
      String algorithm, String type) {
    SigningKeys own =
        TestKeys.fresh(
            () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", algorithm));
    ClaimsJson json = new ClaimsJson("symbolon", List.of(), List.of());
    JwsAccessTokenCodec codec = new JwsAccessTokenCodec(own, type, json);
    String token = codec.encode(CLAIMS);
    assertThat(text(token.substring(0, token.indexOf('.'))))
        .startsWith("{\"alg\":\"" + algorithm + "\",\"typ\":\"" + type + "\",\"kid\":\"access-");
    assertThat(codec.decode(token)).isPresent();
    String otherType = type.equals("JWT") ? "at+jwt" : "JWT";
    assertThat(new JwsAccessTokenCodec(own, otherType, json).decode(token)).isEmpty();
    assertThat(codec.decode(new JwsAccessTokenCodec(own, otherType, json).encode(CLAIMS)))
        .isEmpty();
  }

  private JsonValue aud(String... audience) {
    return claim(codec("JWT", audience(audience)).encode(CLAIMS));
  }

  private boolean accepts(List<String> issued, List<String> own) {
    return codec("JWT", own).decode(codec("JWT", issued).encode(CLAIMS)).isPresent();
  }

  private JwsAccessTokenCodec codec(String type, List<String> audience) {
    return new JwsAccessTokenCodec(
        keys, type, new ClaimsJson("symbolon", audience, List.of("groups")));
  }

  private static List<String> audience(String... names) {
    return List.of(names);
  }

  private static JsonValue claim(String token) {
    try (var reader = Json.createReader(new StringReader(text(token.split("\\.", -1)[1])))) {
      return reader.readObject().get("aud");
    }
  }

  private static String text(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
