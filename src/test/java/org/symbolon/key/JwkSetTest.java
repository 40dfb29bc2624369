package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.AccessTokenKey;
import org.symbolon.PublicKeys.KeySet;
import org.symbolon.SessionStoreException;
import org.symbolon.config.AccessTokenConfig;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestKeys;
import org.symbolon.testing.TestNode;

/** What others get to see of the keys. */
class JwkSetTest {
  private static final Set<String> MEMBERS = Set.of("kty", "kid", "use", "alg", "crv", "x", "y");

  private final SettableClock clock = new SettableClock();
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SigningKeys es256 = node("ES256");
  private final JwkSet published = new JwkSet(es256, config("ES256").accessToken());

  @Test
  void the_key_that_signs_is_published_and_nimbus_reads_it() throws Exception {
    SigningKey key = es256.current(KeyPurpose.ACCESS);
    JWK jwk = JWKSet.parse(json()).getKeyByKeyId(key.id());
    assertThat(jwk.toECKey().toECPublicKey().getW())
        .isEqualTo(((java.security.interfaces.ECPublicKey) key.pair().getPublic()).getW());
    assertThat(jwk.getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(jwk.getKeyUse().identifier()).isEqualTo("sig");
    assertThat(jwk.toECKey().getCurve().getName()).isEqualTo("P-256");
  }

  /** By a list of what may be there, so that nothing slips in with another version of a library. */
  @Test
  void nothing_but_public_members_is_published() {
    List<JsonObject> keys = keys();
    assertThat(keys).hasSize(1);
    for (JsonObject key : keys) {
      assertThat(key.keySet()).isEqualTo(MEMBERS);
    }
    try (var reader = Json.createReader(new StringReader(json()))) {
      assertThat(reader.readObject().keySet()).containsExactly("keys");
    }
  }

  @Test
  void no_secret_bytes_of_a_row_are_published_in_whatever_spelling() {
    SigningKey key = es256.current(KeyPurpose.ACCESS);
    String json = json();
    byte[] row = bytesOf(store.rows.get("symbolon-access-es256-1795219200"));
    byte[] d = Arrays.copyOf(row, 32);
    byte[] secret = Arrays.copyOfRange(row, 96, 128);
    assertThat(new BigInteger(1, d)).isEqualTo(((ECPrivateKey) key.pair().getPrivate()).getS());
    for (byte[] hidden : List.of(d, secret, key.macKey(), bytesOf(refreshRow()))) {
      assertThat(spellings(hidden)).noneMatch(json::contains);
    }
    byte[] x = Arrays.copyOfRange(row, 32, 64);
    assertThat(spellings(x)).as("the test would notice").anyMatch(json::contains);
  }

  @Test
  void the_next_key_is_published_before_it_signs_and_the_last_one_as_long_as_it_verifies() {
    String first = es256.current(KeyPurpose.ACCESS).id();
    assertThat(ids()).containsExactly(first);
    clock.set(Instant.parse("2026-11-21T22:46:00Z"));
    assertThat(ids()).as("announced").hasSize(2).contains(first);
    List<String> both = ids();
    clock.set(Instant.parse("2026-11-22T00:00:00Z"));
    String second = es256.current(KeyPurpose.ACCESS).id();
    assertThat(ids()).isEqualTo(both).containsExactly(first, second);
    clock.set(Instant.parse("2026-11-22T01:04:00Z"));
    assertThat(ids()).containsExactly(first, second);
    clock.set(Instant.parse("2026-11-22T01:06:00Z"));
    assertThat(ids()).containsExactly(second);
  }

  /** Its snapshot is hours old by then, and renewal in the background would be too late. */
  @Test
  void a_node_that_had_no_request_for_long_publishes_what_others_have_announced_at_once() {
    published.published();
    SigningKeys other = node("ES256");
    clock.set(Instant.parse("2026-11-21T23:00:00Z"));
    other.current(KeyPurpose.ACCESS);
    clock.set(Instant.parse("2026-11-22T00:30:00Z"));
    assertThat(ids()).contains(other.current(KeyPurpose.ACCESS).id());
  }

  @Test
  void a_key_of_ed25519_is_published_and_nimbus_reads_it() throws Exception {
    SigningKeys edDsa = node("EdDSA");
    SigningKey key = edDsa.current(KeyPurpose.ACCESS);
    String json = json(edDsa);
    assertThat(keys(json).get(0).keySet())
        .isEqualTo(Set.of("kty", "kid", "use", "alg", "crv", "x"));
    OctetKeyPair jwk = JWKSet.parse(json).getKeyByKeyId(key.id()).toOctetKeyPair();
    assertThat(jwk.getAlgorithm().getName()).isEqualTo("EdDSA");
    assertThat(jwk.getCurve().getName()).isEqualTo("Ed25519");
    byte[] row = bytesOf(store.rows.get("symbolon-access-eddsa-1795219200"));
    assertThat(jwk.getX().decode()).isEqualTo(Arrays.copyOfRange(row, 32, 64));
    for (byte[] hidden : List.of(Arrays.copyOf(row, 32), Arrays.copyOfRange(row, 64, 96))) {
      assertThat(spellings(hidden)).noneMatch(json::contains);
    }
  }

  @Test
  void of_the_application_s_keys_the_public_ones_are_published_and_those_of_the_table_are_not()
      throws Exception {
    es256.current(KeyPurpose.ACCESS);
    KeyPair pair = TestKeys.rsaPair(2048);
    List<AccessTokenKey> supplied =
        List.of(AccessTokenKey.rs256(pair), AccessTokenKey.hs256(new byte[32]));
    SuppliedKeys keys =
        new SuppliedKeys("bean", () -> () -> supplied, SigningAlgorithm.RS256, es256);
    String json = json(keys);
    assertThat(keys(json)).hasSize(1);
    assertThat(keys(json).get(0).keySet()).isEqualTo(Set.of("kty", "kid", "use", "alg", "n", "e"));
    JWK jwk = JWKSet.parse(json).getKeyByKeyId(keys.current(KeyPurpose.ACCESS).id());
    assertThat(jwk.toRSAKey().toRSAPublicKey()).isEqualTo(pair.getPublic());
  }

  @Test
  void of_an_application_s_own_secrets_nothing_is_published() {
    List<AccessTokenKey> supplied = List.of(AccessTokenKey.hs256(new byte[32]));
    SuppliedKeys keys =
        new SuppliedKeys("bean", () -> () -> supplied, SigningAlgorithm.HS256, es256);
    assertThat(new JwkSet(keys, config("HS256").accessToken()).published()).isEmpty();
  }

  @Test
  void the_algorithms_are_those_of_the_keys() {
    es256.current(KeyPurpose.ACCESS);
    SigningKeys edDsa = node("EdDSA");
    edDsa.current(KeyPurpose.ACCESS);
    assertThat(new JwkSet(edDsa, config("EdDSA").accessToken()).published().orElseThrow())
        .extracting(KeySet::algorithms)
        .isEqualTo(List.of("EdDSA", "ES256"));
  }

  @Test
  void all_nodes_publish_the_same_text() {
    clock.set(Instant.parse("2026-11-21T23:00:00Z"));
    String json = json();
    assertThat(keys()).hasSize(2);
    for (int i = 0; i < 5; i++) {
      assertThat(
              new JwkSet(node("ES256"), config("ES256").accessToken())
                  .published()
                  .orElseThrow()
                  .json())
          .isEqualTo(json);
    }
  }

  @Test
  void with_hs256_nothing_is_published() {
    JwkSet hs256 = new JwkSet(node("HS256"), config("HS256").accessToken());
    assertThat(hs256.published()).isEmpty();
  }

  /** Else tokens of the other nodes could not be verified while the algorithm is being changed. */
  @Test
  void a_node_that_signs_with_hs256_publishes_the_keys_of_those_that_do_not() {
    String id = es256.current(KeyPurpose.ACCESS).id();
    assertThat(
            new JwkSet(node("HS256"), config("HS256").accessToken())
                .published()
                .orElseThrow()
                .json())
        .isEqualTo(json())
        .contains(id);
  }

  @Test
  void a_flood_of_requests_looks_into_the_table_once_a_minute() {
    json();
    int before = store.loads;
    for (int i = 0; i < 1800; i++) {
      clock.advance(Duration.ofMillis(100));
      json();
    }
    assertThat(store.loads - before).isEqualTo(3);
  }

  @Test
  void with_the_database_down_the_known_keys_stay_published() {
    String json = json();
    store.down = true;
    clock.advance(Duration.ofMinutes(10));
    int before = store.loads;
    for (int i = 0; i < 1000; i++) {
      assertThat(json()).isEqualTo(json);
    }
    assertThat(store.loads - before).isEqualTo(1);
  }

  @Test
  void with_the_database_down_from_the_beginning_that_is_said() {
    store.down = true;
    assertThatThrownBy(published::published).isInstanceOf(SessionStoreException.class);
    store.down = false;
    clock.advance(Duration.ofSeconds(1));
    assertThat(published.published()).isPresent();
  }

  /** Shorter than the announcement, so that nobody who keeps to it meets an unknown key. */
  @Test
  void others_may_keep_the_set_for_ten_minutes_less_than_a_key_is_announced() {
    assertThat(maxAge(Map.of())).isEqualTo(Duration.ofMinutes(60));
    assertThat(maxAge(Map.of("symbolon.access-token.key-announcement", "PT21M")))
        .isEqualTo(Duration.ofMinutes(11));
  }

  @Test
  void where_a_key_is_announced_for_a_short_time_others_may_keep_the_set_for_half_of_it() {
    assertThat(maxAge(Map.of("symbolon.access-token.key-announcement", "PT20M")))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(maxAge(Map.of("symbolon.access-token.key-announcement", "PT3S")))
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(maxAge(Map.of("symbolon.access-token.key-announcement", "PT0S"))).isZero();
  }

  private Duration maxAge(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("symbolon.access-token.algorithm", "ES256");
    AccessTokenConfig config = TestNode.config(all).accessToken();
    return new JwkSet(es256, config).published().map(KeySet::maxAge).orElseThrow();
  }

  private String json() {
    return published.published().orElseThrow().json();
  }

  private static String json(KeySource keys) {
    return new JwkSet(keys, config("HS256").accessToken()).published().orElseThrow().json();
  }

  private List<JsonObject> keys() {
    return keys(json());
  }

  private static List<JsonObject> keys(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().getJsonArray("keys").getValuesAs(JsonObject.class);
    }
  }

  private List<String> ids() {
    return keys().stream().map(key -> key.getString("kid")).toList();
  }

  private SigningKeyStore.Row refreshRow() {
    return store.rows.values().stream()
        .filter(row -> row.name().startsWith("symbolon-refresh-"))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytesOf(SigningKeyStore.Row row) {
    String[] parts = row.value().split(":", -1);
    return Base64.getUrlDecoder().decode(parts[3]);
  }

  private static List<String> spellings(byte[] bytes) {
    return List.of(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        java.util.HexFormat.of().formatHex(bytes),
        new BigInteger(1, bytes).toString(),
        new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private SigningKeys node(String algorithm) {
    return new SigningKeys(
        store,
        config(algorithm),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }

  private static SessionConfig config(String algorithm) {
    return TestNode.config(Map.of("symbolon.access-token.algorithm", algorithm));
  }
}
