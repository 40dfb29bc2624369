package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AccessTokenKey;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.PublicKeys;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKey;
import org.symbolon.testing.EncryptionKeys;
import org.symbolon.testing.HostileTokens;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.SilentDoor;
import org.symbolon.testing.TestKeys;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/**
 * What OWASP ASVS 5.0, RFC 8725 and MP-JWT 2.1 ask of JSON Web Tokens and their keys, R28 to R40 of
 * our own count, and the faults that other projects had with keys; of each the essence.
 * docs/security.md has the list.
 */
class TokenRequirementsTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final Map<String, String> ES256 =
      Map.of("symbolon.access-token.algorithm", "ES256");

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> database = TestServer.H2.freshDatabase();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(TestNode::close);
  }

  /** ASVS 9.1.1, RFC 8725 §3.3. */
  @Test
  void r28_the_signature_is_verified_before_any_use_of_the_content() {
    TestNode node = node(Map.of());
    String token = login(node);
    String[] parts = token.split("\\.", -1);
    for (String content : List.of(decoded(parts[1]).replace("alice", "admin"), "{", "null", "")) {
      isRefused(node, parts[0] + "." + encoded(content) + "." + parts[2]);
    }
    // with the key even this is read: it is the signature alone that kept it out
    String admin = decoded(parts[1]).replace("alice", "admin");
    assertThat(verify(node, signed(node, admin)).session().userId()).isEqualTo(UserId.of("admin"));
  }

  /** ASVS 9.1.2, RFC 8725 §3.1, §3.2. */
  @Test
  void r29_one_algorithm_per_key_none_and_no_mix() {
    for (Map<String, String> settings : List.of(Map.<String, String>of(), ES256)) {
      TestNode node = node(TestNode.with(TestServer.H2.freshDatabase(), settings));
      List<java.security.PublicKey> publicKeys =
          settings.isEmpty()
              ? List.of()
              : List.of(node.keys.current(KeyPurpose.ACCESS).pair().getPublic());
      Map<String, List<String>> hostile =
          HostileTokens.of(login(node), "http://localhost:1", publicKeys);
      for (String kind : List.of("no algorithm", "other algorithm", "public key as secret")) {
        hostile.getOrDefault(kind, List.of()).forEach(token -> isRefused(node, token));
      }
    }
  }

  /** ASVS 9.1.3, RFC 8725 §3.10. */
  @Test
  void r30_keys_come_from_the_table_only_and_a_key_id_is_hostile_input() {
    try (SilentDoor door = new SilentDoor()) {
      TestNode node = node(ES256);
      Map<String, List<String>> hostile = HostileTokens.of(login(node), door.address(), List.of());
      for (String kind : List.of("key in the header", "unknown key")) {
        hostile.get(kind).forEach(token -> isRefused(node, token));
      }
      assertThat(door.calls()).isZero();
      assertThat(node.statements).noneMatch(sql -> sql.contains("localhost"));
    }
  }

  /** ASVS 9.2.1. */
  @Test
  void r31_a_token_is_over_at_its_end_and_one_that_is_not_yet_valid_is_none_of_ours() {
    TestNode node = node(Map.of());
    String token = login(node);
    clock.advance(Duration.ofHours(1).minusMillis(1));
    verify(node, token);
    clock.advance(Duration.ofMillis(1));
    isRefused(node, token);
    String claims = decoded(login(node).split("\\.", -1)[1]);
    verify(node, signed(node, claims));
    long later = clock.instant().plus(Duration.ofHours(1)).getEpochSecond();
    isRefused(node, signed(node, claims.replaceFirst("}$", ",\"nbf\":" + later + "}")));
  }

  /** ASVS 9.2.2, RFC 8725 §3.11, §3.12. */
  @Test
  void r32_the_kinds_of_token_do_not_stand_in_for_each_other() {
    TestNode node = node(Map.of());
    TestNode typed = node(Map.of("symbolon.access-token.type", "at+jwt"));
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    isRefused(node, tokens.refreshToken().value());
    isRefused(node, tokens.idRefreshToken().value());
    isRefused(node, tokens.antiCsrfToken());
    assertThatThrownBy(() -> node.manager.refresh(tokens.accessToken().value()))
        .isInstanceOf(UnauthorisedException.class);
    isRefused(typed, tokens.accessToken().value());
    isRefused(node, login(typed));
    verify(typed, login(typed));
  }

  /** ASVS 9.2.3, 9.2.4, RFC 8725 §3.9. */
  @Test
  void r33_a_token_for_another_audience_is_refused() {
    String audience = "symbolon.access-token.audience";
    TestNode shop = node(Map.of(audience, "shop"));
    TestNode bank = node(Map.of(audience, "bank"));
    TestNode both = node(Map.of(audience, "shop,bank"));
    TestNode none = node(Map.of());
    verify(shop, login(shop));
    verify(shop, login(both));
    verify(bank, login(both));
    isRefused(bank, login(shop));
    isRefused(bank, login(none));
    isRefused(none, login(shop));
    assertThat(claims(login(shop)).getString("aud")).isEqualTo("shop");
  }

  /** RFC 8725 §3.8, ASVS 10.3.3. */
  @Test
  void r34_a_subject_counts_with_its_issuer_only() {
    TestNode ours = node(Map.of());
    TestNode others = node(Map.of("symbolon.access-token.issuer", "https://other.example"));
    String theirs = login(others);
    assertThat(claims(theirs).getString("sub")).isEqualTo(ALICE.toString());
    isRefused(ours, theirs);
    isRefused(others, login(ours));
    verify(others, theirs);
  }

  /** RFC 8725 §3.5. */
  @Test
  void r35_hmac_keys_are_256_random_bits_and_never_passwords() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      byte[] key = TestKeys.fresh(clock.instant()).current(KeyPurpose.ACCESS).macKey();
      assertThat(key).hasSize(32);
      seen.add(Base64.getEncoder().encodeToString(key));
    }
    assertThat(seen).hasSize(100);
    byte[] password = "correct horse battery staple".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> AccessTokenKey.hs256(password))
        .isInstanceOf(IllegalArgumentException.class);
    String weak =
        Base64.getEncoder().encodeToString("p".repeat(32).getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> TestNode.config(EncryptionKeys.keys(weak)))
        .hasMessageContaining("must be 32 random bytes");
  }

  /** ASVS 11.2.3. */
  @Test
  void r36_every_key_has_128_bits_of_security_at_least() {
    ECPublicKey key = (ECPublicKey) node(ES256).keys.current(KeyPurpose.ACCESS).pair().getPublic();
    assertThat(key.getParams().getOrder().bitLength()).isEqualTo(256);
    // the library makes no RSA keys; of the application's it warns below 3072 bits
    KeyPair weak = TestKeys.rsaPair(1024);
    TestNode node =
        new TestNode(
            TestNode.with(database, Map.of("symbolon.access-token.algorithm", "RS256")),
            clock,
            () -> List.of(AccessTokenKey.rs256(weak)));
    nodes.add(node);
    assertThatThrownBy(() -> login(node)).hasMessageContaining("2048 to 4096 bits");
  }

  /** RFC 8725 §3.4. */
  @Test
  void r37_a_point_that_is_not_on_the_curve_is_no_key() {
    KeyPair one = TestKeys.ecPair();
    KeyPair other = TestKeys.ecPair();
    KeyPair mixed = new KeyPair(other.getPublic(), one.getPrivate());
    assertThat(((ECPrivateKey) mixed.getPrivate()).getParams()).isNotNull();
    TestNode node =
        new TestNode(
            TestNode.with(database, ES256), clock, () -> List.of(AccessTokenKey.es256(mixed)));
    nodes.add(node);
    assertThatThrownBy(() -> login(node))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("cannot be used");
  }

  /** ASVS 11.1.1, 11.2.2, 13.3.4. */
  @Test
  void r38_keys_are_announced_sign_retire_and_go_and_the_documents_say_so() throws Exception {
    TestNode node = node(Map.of());
    String first = keyId(login(node));
    Set<String> signed = new HashSet<>();
    Instant end = clock.instant().plus(Duration.ofDays(3));
    while (clock.instant().isBefore(end)) {
      signed.add(keyId(login(node)));
      node.keys.renew();
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(signed).hasSize(4).contains(first);
    assertThat(node.keys.find(first)).as("retired").isEmpty();
    assertThat(rows(node))
        .as("deleted")
        .doesNotContain("symbolon-" + first.replaceAll("-[^-]*$", ""));
    TestNode exchanged = node(ES256);
    exchanged.keys.current(KeyPurpose.ACCESS);
    clock.advance(Duration.ofMinutes(80));
    assertThat(header(login(exchanged))).as("algorithms are exchangeable").contains("ES256");
    assertThat(Files.readString(Path.of("docs/architecture.md")))
        .contains("- *Announced*", "- *Signing*", "- *Retired*", "- *Deleted*");
  }

  /** ASVS 13.3.1. */
  @Test
  void r39_the_table_holds_no_readable_key_if_a_secret_store_gives_one_to_encrypt_with()
      throws Exception {
    TestNode node = node(EncryptionKeys.keys(EncryptionKeys.random()));
    verify(node, login(node));
    assertThat(values(node)).isNotEmpty().allMatch(value -> value.contains(":A256GCM."));
    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("SYMBOLON_KEY_ENCRYPTION_KEYS", "secret store");
  }

  /** MP-JWT 2.1, Jakarta Security 5. */
  @Test
  void r40_a_token_has_what_microprofile_jwt_asks_for() throws Exception {
    TestNode node = node(ES256);
    JsonObject payload =
        Json.createObjectBuilder().add("groups", Json.createArrayBuilder().add("admin")).build();
    String token = node.manager.create(ALICE, payload, null).accessToken().value();
    SignedJWT jwt = SignedJWT.parse(token);
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(jwt.getJWTClaimsSet().getClaims())
        .containsKeys("iss", "iat", "exp", "sub", "upn", "jti", "groups");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("admin");
    assertThat(verifies(JWKSet.parse(published(node).json()), jwt)).isTrue();
  }

  /** Helidon 11161. */
  @Test
  void a_new_key_is_seen_within_seconds() {
    TestNode old = node(Map.of());
    login(old);
    old.database.call(
        "lose the keys",
        session -> session.createMutationQuery("delete from SigningKey").executeUpdate());
    TestNode young = node(Map.of());
    String token = login(young);
    clock.advance(Duration.ofSeconds(2));
    verify(old, token);
  }

  /** MP-JWT 348: a key source that is down must not reject what is known. */
  @Test
  void an_outage_of_the_table_rejects_no_token_of_a_known_key_and_logs_nobody_out() {
    TestNode node = node(Map.of());
    TestNode other = node(Map.of());
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    String theirs = login(other);
    node.database.close();
    for (int minute = 0; minute < 59; minute++) {
      verify(node, tokens.accessToken().value());
      verify(node, theirs);
      clock.advance(Duration.ofMinutes(1));
    }
    isUndecided(
        () -> verify(node, HostileTokens.of(theirs, "x", List.of()).get("unknown key").get(0)));
    isUndecided(() -> node.manager.refresh(tokens.refreshToken().value()));
    assertThat(other.manager.refresh(tokens.refreshToken().value())).isNotNull();
  }

  /** A service that keeps the list for as long as it may never meets a key that is not in it. */
  @Test
  void a_cache_of_the_public_keys_never_lacks_one_that_signs() throws Exception {
    TestNode issuer = node(ES256);
    JWKSet cached = new JWKSet();
    Instant until = Instant.MIN;
    int fetches = 0;
    Set<String> keys = new HashSet<>();
    Instant end = clock.instant().plus(Duration.ofDays(3));
    while (clock.instant().isBefore(end)) {
      issuer.keys.renew();
      if (!clock.instant().isBefore(until)) {
        PublicKeys.KeySet set = published(issuer);
        cached = JWKSet.parse(set.json());
        until = clock.instant().plus(set.maxAge());
        fetches++;
      }
      SignedJWT jwt = SignedJWT.parse(login(issuer));
      assertThat(verifies(cached, jwt)).as("at %s", clock.instant()).isTrue();
      keys.add(jwt.getHeader().getKeyID());
      clock.advance(Duration.ofMinutes(7));
    }
    assertThat(keys).hasSize(4);
    assertThat(fetches).isLessThan(80);
  }

  private static boolean verifies(JWKSet keys, SignedJWT jwt) throws Exception {
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return key != null && jwt.verify(new ECDSAVerifier(key.toECKey().toECPublicKey()));
  }

  private static PublicKeys.KeySet published(TestNode node) {
    return node.publicKeys.published().orElseThrow();
  }

  private TestNode node(Map<String, String> settings) {
    TestNode node = new TestNode(TestNode.with(database, settings), clock);
    nodes.add(node);
    return node;
  }

  private static String login(TestNode node) {
    return node.manager.create(ALICE, null, null).accessToken().value();
  }

  private static Verification verify(TestNode node, String token) {
    return node.manager.verify(token, AntiCsrfCheck.skip());
  }

  private static void isRefused(TestNode node, String token) {
    assertThatThrownBy(() -> verify(node, token))
        .as(token)
        .isInstanceOf(TryRefreshTokenException.class);
  }

  private static void isUndecided(Runnable act) {
    assertThatThrownBy(act::run).isInstanceOf(SessionStoreException.class);
  }

  /** With the node's own HS256 key: what only a holder of the key can do. */
  private static String signed(TestNode node, String claims) {
    SigningKey key = node.keys.current(KeyPurpose.ACCESS);
    String input =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + key.id() + "\"}")
            + "."
            + encoded(claims);
    byte[] mac = HmacSha256.of(key.macKey(), input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  private static JsonObject claims(String token) {
    return Json.createReader(new StringReader(decoded(token.split("\\.", -1)[1]))).readObject();
  }

  private static String keyId(String token) {
    return header(token).replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
  }

  private static String header(String token) {
    return decoded(token.split("\\.", -1)[0]);
  }

  private static List<String> rows(TestNode node) {
    return query(node, "select name from SigningKey");
  }

  private static List<String> values(TestNode node) {
    return query(node, "select value from SigningKey");
  }

  private static List<String> query(TestNode node, String query) {
    return node.database.call(
        "read the keys",
        session -> session.createSelectionQuery(query, String.class).getResultList());
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
