package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.UserId;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.KeyPurpose;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

class JwsAccessTokenCodecTest {

  private final TestNode node = new TestNode(TestServer.H2.freshDatabase(), new SettableClock());
  private final JwsAccessTokenCodec codec =
      new JwsAccessTokenCodec(
          node.keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of("groups", "tenant")));
  private final String token = codec.encode(SampleClaims.unconfirmed(UserId.of("alice")));

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void claims_come_back() {
    for (UserId userId : List.of(UserId.of("alice"), UserId.of("5"), UserId.of(5))) {
      AccessClaims claims = SampleClaims.unconfirmed(userId);
      assertThat(codec.decode(codec.encode(claims)).map(VerifiedToken::claims)).contains(claims);
    }
  }

  /** RFC 7515; MicroProfile JWT 2.1 asks for iss, iat, exp, jti, sub or upn, groups. */
  @Test
  void it_is_a_proper_jws_with_standard_claims() {
    String[] parts = token.split("\\.", -1);
    assertThat(parts).hasSize(3);
    assertThat(json(parts[0]).keySet()).containsExactly("alg", "typ", "kid");
    JsonObject payload = json(parts[1]);
    assertThat(payload.keySet())
        .containsExactly(
            "iss",
            "sub",
            "upn",
            "iat",
            "exp",
            "jti",
            "sid",
            "auth_time",
            "groups",
            "pl",
            "rt",
            "prt",
            "csrf",
            "end",
            "exp_ms");
    assertThat(payload.getInt("exp")).isEqualTo(SampleClaims.NOW.getEpochSecond() + 61);
    assertThat(payload.getJsonArray("groups").getString(0)).isEqualTo("admin");
    byte[] key = node.keys.current(KeyPurpose.ACCESS).subKey("symbolon/access-hs256/v1");
    byte[] mac =
        HmacSha256.of(key, (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(parts[2]).isEqualTo(base64(mac));
  }

  /** RFC 8725 §3.1, §3.10; R28–R30. Each is signed with our own key, so the header decides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS512\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"jku\":\"http://x\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"../../KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"crit\":[\"x\"]}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"} ",
        "[]",
      })
  void any_other_header_is_refused_even_with_a_right_signature(String template) {
    assertThat(codec.decode(signed(template, token.split("\\.", -1)[1]))).isEmpty();
  }

  @Test
  void the_test_above_would_notice_an_accepting_codec() {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}";
    assertThat(codec.decode(signed(header, token.split("\\.", -1)[1]))).isPresent();
  }

  /** R32: one key, one purpose. */
  @Test
  void the_key_of_refresh_tokens_signs_no_access_token() {
    var key = node.keys.current(KeyPurpose.REFRESH);
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + key.id() + "\"}";
    String input =
        base64(header.getBytes(StandardCharsets.US_ASCII)) + "." + token.split("\\.", -1)[1];
    byte[] mac = HmacSha256.of(key.macKey(), input.getBytes(StandardCharsets.US_ASCII));
    assertThat(codec.decode(input + "." + base64(mac))).isEmpty();
  }

  @Test
  void every_changed_character_is_noticed() {
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      boolean sameBits = isLastOfSignature(i) && sameSignatureBits(changed);
      assertThat(codec.decode(changed).isPresent()).as("at %d", i).isEqualTo(sameBits);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "ey.ey.ey", "{}.{}.{}", "é.é.é"})
  void garbage_is_refused(String garbage) {
    assertThat(codec.decode(garbage)).isEmpty();
    assertThat(codec.decode(token + garbage + "x")).isEmpty();
  }

  @Test
  void oversized_and_deeply_nested_tokens_are_refused() {
    assertThat(codec.decode("a".repeat(1_000_000))).isEmpty();
    String nested = base64("[".repeat(3000).getBytes(StandardCharsets.US_ASCII));
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}";
    assertThat(codec.decode(signed(header, nested))).isEmpty();
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    JwsAccessTokenCodec other =
        new JwsAccessTokenCodec(node.keys, "JWT", new ClaimsJson("other", List.of(), List.of()));
    assertThat(other.decode(token)).isEmpty();
  }

  @Test
  void registered_claims_cannot_be_overridden_by_the_payload() {
    JsonObject hostile =
        Json.createObjectBuilder().add("sub", "root").add("exp", 9_999_999_999L).build();
    AccessClaims base = SampleClaims.unconfirmed(UserId.of("alice"));
    String made = codec.encode(base.renewed(hostile, Set.of(), base.issuedAt(), "id"));
    JsonObject payload = json(made.split("\\.", -1)[1]);
    assertThat(payload.getString("sub")).isEqualTo("alice");
    assertThat(payload.getInt("exp")).isEqualTo(SampleClaims.NOW.getEpochSecond() + 61);
  }

  private boolean isLastOfSignature(int index) {
    return index == token.length() - 1;
  }

  /** The last character of 43 carries four bits of 32 bytes; two more are not part of it. */
  private boolean sameSignatureBits(String changed) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    return java.util.Arrays.equals(
        decoder.decode(changed.substring(changed.lastIndexOf('.') + 1)),
        decoder.decode(token.substring(token.lastIndexOf('.') + 1)));
  }

  private String signed(String headerTemplate, String payload) {
    var key = node.keys.current(KeyPurpose.ACCESS);
    String header = headerTemplate.replace("KID", key.id());
    String input = base64(header.getBytes(StandardCharsets.UTF_8)) + "." + payload;
    byte[] mac =
        HmacSha256.of(
            key.subKey("symbolon/access-hs256/v1"), input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + base64(mac);
  }

  private static JsonObject json(String segment) {
    String text = new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
