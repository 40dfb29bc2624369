package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.UserId;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;
import org.symbolon.key.SigningKey;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/**
 * A public-key algorithm: a standard signature for others, a MAC in the header for our own nodes.
 */
abstract class PublicKeyTokenContract {
  private static final String HEADER =
      "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}";

  private final KeySource keys = freshKeys();
  private final SigningKey key = keys.current(KeyPurpose.ACCESS);
  private final JwsAccessTokenCodec codec = codec(keys);
  private final String token = codec.encode(SampleClaims.unconfirmed(UserId.of("alice")));
  private final String[] parts = token.split("\\.", -1);

  /** The header {@code alg}. */
  abstract String alg();

  /** As the library's labels spell it. */
  abstract String label();

  /** Of the Java platform, in the form that JOSE has. */
  abstract String signatureAlgorithm();

  abstract String keyIdPattern();

  abstract int signatureBytes();

  /** Others for each call. */
  abstract KeySource freshKeys();

  abstract JWSVerifier nimbusVerifier(PublicKey publicKey) throws JOSEException;

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
    input.writeBytes(ascii("symbolon/" + label() + "-mac/v1"));
    input.write(0);
    input.writeBytes(ascii(key.id()));
    input.write(0);
    input.writeBytes(ascii("{\"alg\":\"" + alg() + "\",\"typ\":\"JWT\",\"kid\":\""));
    input.writeBytes(ascii(key.id() + "\",\"org.symbolon.mac\":\"\"}"));
    input.write(0);
    input.writeBytes(ascii(parts[1]));
    byte[] mac =
        HmacSha256.of(key.subKey("symbolon/access-" + label() + "-mac/v1"), input.toByteArray());
    assertThat(text(parts[0]))
        .isEqualTo(header().replace("KID", key.id()).replace("MAC", base64(mac)));
    assertThat(key.id()).matches(keyIdPattern());
  }

  @Test
  void jose4j_verifies_it_with_nothing_but_the_public_key() throws Exception {
    var claims =
        new JwtConsumerBuilder()
            .setVerificationKey(key.pair().getPublic())
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, alg())
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
    assertThat(jwt.verify(nimbusVerifier(key.pair().getPublic()))).isTrue();
    assertThat(jwt.getHeader().getKeyID()).isEqualTo(key.id());
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("alice");
    PublicKey other = freshKeys().current(KeyPurpose.ACCESS).pair().getPublic();
    assertThat(SignedJWT.parse(token).verify(nimbusVerifier(other))).isFalse();
  }

  @Test
  void the_signature_has_the_form_of_jose_not_of_java() {
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(signatureBytes());
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
    String changed = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
    assertThat(codec.decode(changed)).isEqualTo(codec.decode(token)).isPresent();
    assertThat(SignedJWT.parse(changed).verify(nimbusVerifier(key.pair().getPublic()))).isFalse();
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
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":null}",
        "{\"alg\":\"ALG\",\"typ\":\"at+jwt\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ES384\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"typ\":\"JWT\",\"alg\":\"ALG\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"jku\":\"http://x\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"jwk\":{}}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"x5u\":\"http://x\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\",\"crit\":[\"x\"]}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"../KID\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"access-LABEL-1795219200-0000000000000000\",\"org.symbolon.mac\":\"MAC\"}",
        "{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\",\"org.symbolon.mac\":\"MAC\"} ",
        "{}",
      })
  void any_other_header_is_refused_even_with_a_right_signature_and_mac(String template) {
    assertThat(codec.decode(signed(template, key, parts[1]))).isEmpty();
  }

  @Test
  void the_test_above_would_notice_an_accepting_codec() {
    assertThat(codec.decode(signed(header(), key, parts[1]))).isPresent();
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
    SigningKey other = freshKeys().current(KeyPurpose.ACCESS);
    String header = header().replace("KID", key.id());
    String foreign = header.replace("MAC", mac(other, key.id(), parts[1]));
    assertThat(codec.decode(resigned(base64(utf8(foreign)), parts[1], key))).isEmpty();
    assertThat(codec.decode(signed(header(), other, parts[1]))).isEmpty();
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
      for (String alg : List.of("HS256", alg())) {
        String header = "{\"alg\":\"" + alg + "\",\"typ\":\"JWT\",\"kid\":\"" + key.id() + "\"}";
        String input = base64(utf8(header)) + "." + parts[1];
        String forged = input + "." + base64(HmacSha256.of(secret, utf8(input)));
        assertThat(codec.decode(forged)).isEmpty();
      }
    }
  }

  @Test
  void an_hs256_key_accepts_no_such_token() {
    SigningKeys hs256 = TestKeys.fresh(SampleClaims.NOW);
    SigningKey other = hs256.current(KeyPurpose.ACCESS);
    String header =
        header().replace("KID", other.id()).replace("MAC", mac(other, other.id(), parts[1]));
    assertThat(codec(hs256).decode(resigned(base64(utf8(header)), parts[1], key))).isEmpty();
  }

  /** So neither a forged token nor a new one buys arithmetic, whatever the machine's speed. */
  @Test
  void our_nodes_ask_the_platform_for_no_signature_check() throws Exception {
    String[] other = codec.encode(SampleClaims.unconfirmed(UserId.of("bob"))).split("\\.", -1);
    List<String> forged =
        List.of(
            parts[0] + "." + other[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()) + "A",
            signed(HEADER.replace("MAC", "A".repeat(43)), key, parts[1]),
            signed("{\"alg\":\"ALG\",\"typ\":\"JWT\",\"kid\":\"KID\"}", key, parts[1]));
    try (SignatureWatch watch = SignatureWatch.begin()) {
      assertThat(codec.decode(token)).isPresent();
      forged.forEach(text -> assertThat(codec.decode(text)).isEmpty());
      assertThat(watch.asked()).isZero();
      jose4j_verifies_it_with_nothing_but_the_public_key();
      assertThat(watch.asked()).as("the watch works").isPositive();
    }
  }

  @Test
  void oversized_and_deeply_nested_tokens_are_refused() {
    assertThat(codec.decode("a".repeat(1_000_000))).isEmpty();
    assertThat(codec.decode("a".repeat(1000) + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(codec.decode(parts[0] + "." + "a".repeat(9000) + "." + parts[2])).isEmpty();
    assertThat(codec.decode(signed(header(), key, base64(utf8("[".repeat(3000)))))).isEmpty();
    assertThat(codec.decode(signed(header(), key, base64(utf8("{}"))))).isEmpty();
    assertThat(codec.decode(signed(header(), key, "not base64!"))).isEmpty();
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    assertThat(
            new JwsAccessTokenCodec(keys, "JWT", new ClaimsJson("other", List.of(), List.of()))
                .decode(token))
        .isEmpty();
  }

  private static JwsAccessTokenCodec codec(KeySource keys) {
    return new JwsAccessTokenCodec(
        keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of("groups")));
  }

  /** With the key's own MAC, which covers the key's true id and the true template. */
  private String signed(String template, SigningKey key, String payload) {
    String header =
        template
            .replace("ALG", alg())
            .replace("LABEL", label())
            .replace("KID", key.id())
            .replace("MAC", mac(key, key.id(), payload));
    return resigned(base64(utf8(header)), payload, key);
  }

  private String resigned(String header, String payload, SigningKey key) {
    try {
      Signature signature = Signature.getInstance(signatureAlgorithm());
      signature.initSign(key.pair().getPrivate());
      signature.update(utf8(header + "." + payload));
      return header + "." + payload + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String mac(SigningKey key, String keyId, String payload) {
    String template = header().replace("KID", keyId).replace("MAC", "");
    String input = "symbolon/" + label() + "-mac/v1\0" + keyId + "\0" + template + "\0" + payload;
    return base64(HmacSha256.of(key.macKey(), utf8(input)));
  }

  private String header() {
    return HEADER.replace("ALG", alg());
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
