package org.symbolon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.symbolon.UserId;
import org.symbolon.key.HmacSha256;
import org.symbolon.testing.ReferenceVectors;
import org.symbolon.testing.TestNode;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.Hash;
import org.symbolon.token.Mint;
import org.symbolon.token.VerifiedToken;

/** Every value that the reference made, byte for byte. */
class ReferenceVectorsTest {
  private static final JsonObject ALL = ReferenceVectors.ALL;
  private static final String ACCESS_KEY = keyText("access_token_signing_key");
  private static final RefreshSecrets REFRESH_KEY = RefreshSecrets.of(keyText("refresh_token_key"));
  private static final Lifetime LIFETIME = new Lifetime(Duration.ofDays(365), Instant::now);

  /** Numbers that have two spellings, of which Java writes the other: {@code 1E+21}. */
  private static final Set<String> SPELT_OTHERWISE = Set.of("payload:big");

  /** A second spelling of a token, which ours refuses: fault 10. */
  private static final String MALLEABLE = "base64 with newline inserted";

  @Test
  void every_section_has_its_tests() {
    Map<String, Integer> counts = new HashMap<>();
    ALL.forEach(
        (name, section) -> {
          if (section instanceof JsonArray entries) {
            counts.put(name, entries.size());
          }
        });
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("signing_key_rows", 2),
                Map.entry("hash", 5),
                Map.entry("hmac", 4),
                Map.entry("encrypt", 4),
                Map.entry("accessTokens", 24),
                Map.entry("accessTokensCrafted", 16),
                Map.entry("refreshTokens", 6),
                Map.entry("refreshTokensCrafted", 7),
                // ReferenceUserIdsTest, ReferenceRowsContract, ReferenceDatabaseContract
                Map.entry("userIdStorage", 11),
                Map.entry("userIdParse", 7),
                Map.entry("dbRows", 16)));
    assertThat(ALL.keySet().stream().filter(name -> !counts.containsKey(name)))
        // the chain is in ReferenceDatabaseContract; what is sent by HTTP in the tests of http
        .containsExactlyInAnyOrder("about", "jwtHeader", "chain", "http_v504", "http_v404");
    System.out.println(
        "reference vectors: "
            + counts.values().stream().mapToInt(n -> n).sum()
            + " entries, and"
            + " the chain");
  }

  @TestFactory
  Stream<DynamicTest> key_rows() {
    return each("signing_key_rows", row -> assertThat(row.getString("key_value")).hasSize(44));
  }

  @Test
  void the_header_of_access_tokens() {
    assertThat(codec(true).encode(decoded("valid base")))
        .startsWith(ALL.getString("jwtHeader") + ".");
  }

  @TestFactory
  Stream<DynamicTest> hashes() {
    return each(
        "hash",
        entry -> {
          byte[] input = entry.getString("input").getBytes(StandardCharsets.UTF_8);
          String hash1 = Hash.hex(Hash.sha256(input));
          assertThat(hash1).isEqualTo(entry.getString("sha256_hex"));
          assertThat(ReferenceRefreshToken.hash2Of(hash1))
              .isEqualTo(entry.getString("sha256_hex_twice"));
        });
  }

  @TestFactory
  Stream<DynamicTest> signatures() {
    return each(
        "hmac",
        entry -> {
          String text = entry.getString("text");
          byte[] key = entry.getString("key").getBytes(StandardCharsets.UTF_8);
          assertThat(AccessKey.of(entry.getString("key")).sign(text))
              .isEqualTo(entry.getString("hmac_sha256_hex"))
              .isEqualTo(Hash.hex(HmacSha256.of(key, text.getBytes(StandardCharsets.UTF_8))));
        });
  }

  @TestFactory
  Stream<DynamicTest> encryption() {
    return each(
        "encrypt",
        entry -> {
          String data = entry.getString("encdata");
          String key = entry.getString("masterkey");
          assertThat(Encryption.decrypt(data, key)).contains(entry.getString("plaintext"));
          byte[] saltAndIv = Base64.getDecoder().decode(data);
          assertThat(Encryption.encrypt(entry.getString("plaintext"), key, saltAndIv))
              .isEqualTo(data);
          assertThat(Encryption.decrypt(data, key + "x")).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> access_tokens() {
    return each("accessTokens", this::assertAccessToken);
  }

  @TestFactory
  Stream<DynamicTest> crafted_access_tokens() {
    return each("accessTokensCrafted", this::assertAccessToken);
  }

  private void assertAccessToken(JsonObject entry) {
    String token = entry.getString("token");
    assertRead(codec(true).decode(token), entry.getJsonObject("decoded"));
    if (!entry.containsKey("decoded")) {
      assertThat(entry.getJsonObject("decode_error").getInt("errType")).isEqualTo(3000);
    }
    if (entry.containsKey("decoded_with_enableAntiCsrf_false")) {
      assertRead(
          codec(false).decode(token), entry.getJsonObject("decoded_with_enableAntiCsrf_false"));
    }
    if (entry.containsKey("payload_text") && entry.containsKey("decoded")) {
      String written = codec(true).encode(codec(true).decode(token).orElseThrow().claims());
      String text = entry.getString("payload_text").replace("\"  user-1  \"", "\"user-1\"");
      if (text.equals(entry.getString("payload_text"))
          && !SPELT_OTHERWISE.contains(entry.getString("name"))) {
        assertThat(written).isEqualTo(token);
      }
      assertThat(json(payload(written))).isEqualTo(json(text));
    }
  }

  private static void assertRead(Optional<VerifiedToken> token, JsonObject expected) {
    if (expected == null) {
      assertThat(token).isEmpty();
      return;
    }
    AccessClaims claims = token.orElseThrow().claims();
    assertThat(claims.handle().value()).isEqualTo(expected.getString("sessionHandle"));
    assertThat(claims.userId()).isEqualTo(userId(expected.get("userId")));
    assertThat(claims.refreshHash1()).isEqualTo(expected.getString("refreshTokenHash1"));
    assertThat(claims.parentHash1()).isEqualTo(expected.getString("parentRefreshTokenHash1", null));
    assertThat(claims.antiCsrf()).isEqualTo(expected.getString("antiCsrfToken", null));
    assertThat(claims.expiresAt().toEpochMilli())
        .isEqualTo(expected.getJsonNumber("expiryTime").longValueExact());
    assertThat(claims.payload()).isEqualTo(expected.get("userPayload"));
  }

  @TestFactory
  Stream<DynamicTest> refresh_tokens() {
    return each("refreshTokens", ReferenceVectorsTest::assertRefreshToken);
  }

  @TestFactory
  Stream<DynamicTest> crafted_refresh_tokens() {
    return each("refreshTokensCrafted", ReferenceVectorsTest::assertRefreshToken);
  }

  private static void assertRefreshToken(JsonObject entry) {
    String text = entry.getString("token");
    Optional<ReferenceRefreshToken> read =
        ReferenceRefreshTokenCodec.decode(text, REFRESH_KEY, LIFETIME);
    if (entry.containsKey("plaintext")) {
      assertThat(Encryption.decrypt(text.substring(0, text.indexOf('.')), REFRESH_KEY.text()))
          .contains(entry.getString("plaintext"));
      assertThat(text).endsWith("." + entry.getString("nonce"));
    }
    if (entry.getString("name", "").equals(MALLEABLE) || !entry.containsKey("decoded")) {
      assertThat(read).isEmpty();
      return;
    }
    JsonObject expected = entry.getJsonObject("decoded");
    ReferenceRefreshToken token = read.orElseThrow();
    assertThat(token.handle().value()).isEqualTo(expected.getString("sessionHandle"));
    assertThat(token.text()).isEqualTo(text);
    assertThat(token.hash1()).isEqualTo(entry.getString("hash1"));
    assertThat(token.hash2()).isEqualTo(entry.getString("hash2_db"));
    String parent = expected.getString("parentRefreshTokenHash1", null);
    if (parent != null) {
      assertThat(token.succeeds(ReferenceRefreshToken.hash2Of(parent))).isTrue();
    }
    assertThat(token.succeeds(token.hash2())).isFalse();
    assertThat(token.mint()).isInstanceOf(Mint.Nonce.class);
    assertChild(token, expected);
  }

  /** What we make of it says what the reference's own child would. */
  private static void assertChild(ReferenceRefreshToken token, JsonObject expected) {
    String child = token.child(new Mint.Slot(Instant.ofEpochMilli(1_800_000_000_000L))).text();
    int dot = child.indexOf('.');
    String plaintext =
        Encryption.decrypt(child.substring(0, dot), REFRESH_KEY.text()).orElseThrow();
    assertThat(plaintext)
        .isEqualTo(
            Json.createObjectBuilder()
                .add("sessionHandle", expected.getString("sessionHandle"))
                .add("userId", expected.get("userId"))
                .add("prt", token.hash1())
                .add("nonce", child.substring(dot + 1))
                .build()
                .toString());
  }

  private static Stream<DynamicTest> each(String section, Consumer<JsonObject> test) {
    List<JsonObject> entries = ALL.getJsonArray(section).getValuesAs(JsonObject.class);
    assertThat(entries).isNotEmpty();
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getString("name", entry.toString()), () -> test.accept(entry)));
  }

  private AccessClaims decoded(String name) {
    return ALL.getJsonArray("accessTokensCrafted").getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.getString("name").equals(name))
        .map(entry -> codec(true).decode(entry.getString("token")).orElseThrow().claims())
        .findFirst()
        .orElseThrow();
  }

  private static ReferenceAccessTokenCodec codec(boolean antiCsrf) {
    var config =
        TestNode.config(
            Map.of(
                "symbolon.database.url",
                "jdbc:h2:mem:none",
                "symbolon.access-token.format",
                "supertokens-node",
                "symbolon.anti-csrf",
                Boolean.toString(antiCsrf)));
    return new ReferenceAccessTokenCodec(
        new FixedAccessKeys(AccessKey.of(ACCESS_KEY)), new ReferenceClaims(config, LIFETIME));
  }

  private static String payload(String token) {
    byte[] payload = Base64.getDecoder().decode(token.split("\\.", -1)[1]);
    return new String(payload, StandardCharsets.UTF_8);
  }

  private static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static UserId userId(JsonValue json) {
    if (json instanceof JsonString text) {
      return UserId.of(text.getString());
    }
    JsonNumber number = (JsonNumber) json;
    return number.isIntegral()
        ? UserId.of(number.longValueExact())
        : UserId.of("{\"i\":" + number + "}");
  }

  private static String keyText(String name) {
    return ReferenceVectors.ALL
        .getJsonArray("signing_key_rows")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(row -> row.getString("key_name").equals(name))
        .map(row -> row.getString("key_value"))
        .findFirst()
        .orElseThrow();
  }
}
