package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.UserId;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKey;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/** ES256: a standard signature for others, a MAC in the header for our own nodes. */
class Es256AccessTokenTest {
  private static final String HEADER =
      "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}";

  private final SigningKeys keys = es256Keys();
  private final SigningKey key = keys.current(KeyPurpose.ACCESS);
  private final JwsAccessTokenCodec codec = codec(keys);
  private final String token = codec.encode(SampleClaims.unconfirmed(UserId.of("alice")));
  private final String[] parts = token.split("\\.", -1);

  @Test
  void claims_come_back() {
    for (UserId userId :
        List.of(UserId.of("alice"), UserId.of("5"), UserId.of(5), UserId.of("é"))) {
      AccessClaims claims = SampleClaims.unconfirmed(userId);
      assertThat(codec.decode(codec.encode(claims))).contains(new VerifiedToken(claims, key.id()));
    }
  }

  /** docs/architecture.md says of which bytes; other versions of our nodes compute the same. */
  @Test
  void the_header_is_one_fixed_text_with_a_mac_of_exactly_these_bytes() {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(ascii("symbolon/es256-mac/v1"));
    input.write(0);
    input.writeBytes(ascii(key.id()));
    input.write(0);
    input.writeBytes(ascii("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\""));
    input.writeBytes(ascii(key.id() + "\",\"org.symbolon.mac\":\"\"}"));
    input.write(0);
    input.writeBytes(ascii(parts[1]));
    byte[] mac = HmacSha256.of(key.subKey("symbolon/access-es256-mac/v1"), input.toByteArray());
    assertThat(text(parts[0]))
        .isEqualTo(HEADER.replace("KID", key.id()).replace("MAC", base64(mac)));
    assertThat(key.id()).matches("access-es256-1795219200-[0-9a-f]{16}");
  }

  @Test
  void jose4j_verifies_it_with_nothing_but_the_public_key() throws Exception {
    var claims =
        new JwtConsumerBuilder()
            .setVerificationKey(key.pair().getPublic())
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
            .setExpectedIssuer("symbolon")
            .setExpectedSubject("alice")
            .setEvaluationTime(org.jose4j.jwt.NumericDate.fromSeconds(1_795_255_200))
            .build()
            .processToClaims(token);
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("admin");
  }

  @Test
  void nimbus_verifies_it_with_nothing_but_the_public_key() throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    ECPublicKey publicKey = (ECPublicKey) key.pair().getPublic();
    assertThat(jwt.verify(new ECDSAVerifier(publicKey))).isTrue();
    assertThat(jwt.getHeader().getKeyID()).isEqualTo(key.id());
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("alice");
    ECPublicKey other = (ECPublicKey) es256Keys().current(KeyPurpose.ACCESS).pair().getPublic();
    assertThat(SignedJWT.parse(token).verify(new ECDSAVerifier(other))).isFalse();
  }

  @Test
  void the_signature_has_the_form_of_jose_not_of_java() {
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(64);
  }

  @Test
  void every_changed_character_of_header_and_payload_is_refused() {
    for (int i = 0; i < token.lastIndexOf('.') + 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(codec.decode(changed)).as("at %d", i).isEmpty();
    }
  }

  /** By design: nothing may be keyed on the token's text but the cache of verified tokens. */
  @Test
  void another_signature_is_not_noticed_by_our_nodes_but_by_others() throws Exception {
    String changed = parts[0] + "." + parts[1] + "." + "A".repeat(86);
    assertThat(codec.decode(changed)).isEqualTo(codec.decode(token)).isPresent();
    ECPublicKey publicKey = (ECPublicKey) key.pair().getPublic();
    assertThat(SignedJWT.parse(changed).verify(new ECDSAVerifier(publicKey))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "é", "."})
  void what_cannot_be_a_signature_is_refused(String signature) {
    assertThat(codec.decode(parts[0] + "." + parts[1] + "." + signature)).isEmpty();
    assertThat(codec.decode(token + signature + "x")).isEmpty();
    assertThat(codec.decode(parts[0] + "." + parts[1])).isEmpty();
  }

  /** RFC 8725 §3.1, §3.10; R28–R30. Signed and MACed with our own key, so the header decides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":null}",
        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ES384\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"jku\":\"http://x\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"jwk\":{}}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"x5u\":\"http://x\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"crit\":[\"x\"]}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"../KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"access-es256-1795219200-0000000000000000\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"} ",
        "{}",
      })
  void any_other_header_is_refused_even_with_a_right_signature_and_mac(String template) {
    assertThat(codec.decode(signed(template, key, parts[1]))).isEmpty();
  }

  @Test
  void the_test_above_would_notice_an_accepting_codec() {
    assertThat(codec.decode(signed(HEADER, key, parts[1]))).isPresent();
  }

  @Test
  void the_mac_of_another_token_is_refused_even_with_a_right_signature() {
    String other = codec.encode(SampleClaims.unconfirmed(UserId.of("mallory")));
    assertThat(codec.decode(other)).isPresent();
    assertThat(codec.decode(resigned(parts[0], other.split("\\.", -1)[1], key))).isEmpty();
    assertThat(codec.decode(resigned(other.split("\\.", -1)[0], parts[1], key))).isEmpty();
  }

  @Test
  void the_mac_of_another_key_is_refused_even_with_a_right_signature() {
    SigningKey other = es256Keys().current(KeyPurpose.ACCESS);
    String header = HEADER.replace("KID", key.id());
    String foreign = header.replace("MAC", mac(other, key.id(), parts[1]));
    assertThat(codec.decode(resigned(base64(utf8(foreign)), parts[1], key))).isEmpty();
    assertThat(codec.decode(signed(HEADER, other, parts[1]))).isEmpty();
  }

  /** The classic: the public key, which everybody has, as the secret of an HMAC. */
  @Test
  void the_public_key_as_the_secret_of_hs256_is_refused() {
    byte[] encoded = key.pair().getPublic().getEncoded();
    String pem = Base64.getMimeEncoder().encodeToString(encoded);
    for (byte[] secret :
        List.of(
            encoded,
            utf8("-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n"),
            key.macKey())) {
      for (String alg : List.of("HS256", "ES256")) {
        String header = "{\"alg\":\"" + alg + "\",\"typ\":\"JWT\",\"kid\":\"" + key.id() + "\"}";
        String input = base64(utf8(header)) + "." + parts[1];
        String forged = input + "." + base64(HmacSha256.of(secret, utf8(input)));
        assertThat(codec.decode(forged)).isEmpty();
      }
    }
  }

  @Test
  void an_hs256_key_accepts_no_es256_token() {
    SigningKeys hs256 = TestKeys.fresh(SampleClaims.NOW);
    SigningKey other = hs256.current(KeyPurpose.ACCESS);
    String header =
        HEADER.replace("KID", other.id()).replace("MAC", mac(other, other.id(), parts[1]));
    assertThat(codec(hs256).decode(resigned(base64(utf8(header)), parts[1], key))).isEmpty();
  }

  @Test
  void oversized_and_deeply_nested_tokens_are_refused() {
    assertThat(codec.decode("a".repeat(1_000_000))).isEmpty();
    assertThat(codec.decode("a".repeat(1000) + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(codec.decode(parts[0] + "." + "a".repeat(9000) + "." + parts[2])).isEmpty();
    assertThat(codec.decode(signed(HEADER, key, base64(utf8("[".repeat(3000)))))).isEmpty();
    assertThat(codec.decode(signed(HEADER, key, base64(utf8("{}"))))).isEmpty();
    assertThat(codec.decode(signed(HEADER, key, "not base64!"))).isEmpty();
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    assertThat(
            new JwsAccessTokenCodec(keys, "JWT", new ClaimsJson("other", List.of(), List.of()))
                .decode(token))
        .isEmpty();
  }

  private static SigningKeys es256Keys() {
    return TestKeys.fresh(
        () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", "ES256"));
  }

  private static JwsAccessTokenCodec codec(SigningKeys keys) {
    return new JwsAccessTokenCodec(
        keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of("groups")));
  }

  /** With the key's own MAC, which covers the key's true id and the true template. */
  private static String signed(String template, SigningKey key, String payload) {
    String header = template.replace("KID", key.id()).replace("MAC", mac(key, key.id(), payload));
    return resigned(base64(utf8(header)), payload, key);
  }

  private static String resigned(String header, String payload, SigningKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.pair().getPrivate());
      signature.update(utf8(header + "." + payload));
      return header + "." + payload + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String mac(SigningKey key, String keyId, String payload) {
    String template = HEADER.replace("KID", keyId).replace("MAC", "");
    String input = "symbolon/es256-mac/v1\0" + keyId + "\0" + template + "\0" + payload;
    return base64(HmacSha256.of(key.macKey(), utf8(input)));
  }

  private static String text(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
