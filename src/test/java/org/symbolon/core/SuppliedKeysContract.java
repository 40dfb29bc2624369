package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.AccessTokenKey;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestKeys;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Sessions whose access tokens are signed with keys of the application's. */
abstract class SuppliedKeysContract {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private final byte[] oldSecret = new SecureRandom().generateSeed(32);
  private final AccessTokenKey oldKey = AccessTokenKey.hs256(oldSecret);
  private final AccessTokenKey newKey = AccessTokenKey.hs256(new SecureRandom().generateSeed(64));

  private volatile List<AccessTokenKey> answer = List.of(oldKey);
  private int calls;
  private Map<String, String> database;
  private TestNode node;

  abstract TestServer server();

  @BeforeEach
  void start() {
    database = server().freshDatabase();
    node = node(database);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void a_session_lives_and_no_access_key_is_in_the_table() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(login);
    SessionTokens child = refresh(login);
    Verification first = verify(child);
    assertThat(node.manager.verify(first.replacement().value(), AntiCsrfCheck.skip())).isNotNull();
    assertThat(node.keys.find("access-0-0123456789abcdef")).isEmpty();
    List<String> rows =
        node.database.call(
            "read the keys",
            session ->
                session
                    .createSelectionQuery("select name from SigningKey", String.class)
                    .getResultList());
    assertThat(rows).allMatch(name -> name.startsWith("symbolon-refresh-")).hasSize(1);
  }

  @Test
  void the_application_is_asked_once_for_each_token_signed_or_verified() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    assertThat(calls).as("create").isEqualTo(1);
    verify(login);
    assertThat(calls).as("verify").isEqualTo(2);
    verify(login);
    assertThat(calls).as("verify a remembered token").isEqualTo(3);
    SessionTokens child = refresh(login);
    assertThat(calls).as("refresh").isEqualTo(4);
    verify(child);
    assertThat(calls).as("first use: verified, and its successor signed").isEqualTo(6);
  }

  @Test
  void a_key_that_is_taken_back_is_refused_at_once_and_a_refresh_helps() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(login);
    answer = List.of(newKey);
    assertThatThrownBy(() -> verify(login)).isInstanceOf(TryRefreshTokenException.class);
    verify(refresh(login));
  }

  @Test
  void a_key_that_is_changed_in_order_is_noticed_by_nobody() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    answer = List.of(oldKey, newKey);
    verify(login);
    answer = List.of(newKey, oldKey);
    verify(login);
    SessionTokens child = refresh(login);
    answer = List.of(newKey);
    verify(child);
  }

  @Test
  void with_no_answer_nothing_is_signed_or_verified_and_nothing_lost() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(login);
    answer = List.of();
    assertThatThrownBy(() -> verify(login)).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(() -> refresh(login)).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(() -> node.manager.create(ALICE, null, null))
        .isInstanceOf(SessionStoreException.class);
    assertThat(node.manager.handles(ALICE)).containsExactly(login.session().handle());
    answer = List.of(oldKey);
    verify(login);
    verify(refresh(login));
  }

  @Test
  void tokens_of_the_keys_in_the_table_are_not_accepted_beside_the_bean() {
    try (TestNode without = new TestNode(database, clock)) {
      SessionTokens theirs = without.manager.create(ALICE, null, null);
      SessionTokens ours = node.manager.create(ALICE, null, null);
      assertThatThrownBy(() -> verify(theirs)).isInstanceOf(TryRefreshTokenException.class);
      verify(refresh(theirs));
      String token = ours.accessToken().value();
      assertThatThrownBy(() -> without.manager.verify(token, AntiCsrfCheck.skip()))
          .isInstanceOf(TryRefreshTokenException.class);
    }
  }

  @Test
  void whoever_has_the_secret_verifies_an_hs256_token_without_us() throws Exception {
    String token = node.manager.create(ALICE, null, null).accessToken().value();
    int dot = token.lastIndexOf('.');
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(oldSecret, "HmacSHA256"));
    byte[] expected = mac.doFinal(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlDecoder().decode(token.substring(dot + 1))).isEqualTo(expected);
  }

  /** R28: what others can sign with a shared key is still read as hostile input. */
  @Test
  void a_token_that_others_signed_with_the_key_but_without_our_claims_is_refused()
      throws Exception {
    String ours = node.manager.create(ALICE, null, null).accessToken().value();
    for (String payload : List.of("{}", "[]", "1", "{\"iss\":\"symbolon\",\"sub\":5}", "")) {
      String input =
          ours.substring(0, ours.indexOf('.'))
              + "."
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(payload.getBytes(StandardCharsets.US_ASCII));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(oldSecret, "HmacSHA256"));
      byte[] signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
      String token =
          input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
      assertThatThrownBy(() -> node.manager.verify(token, AntiCsrfCheck.skip()))
          .as(payload)
          .isInstanceOf(TryRefreshTokenException.class);
    }
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments("ES256", TestKeys.ecPair(), AccessTokenKey.Es256.class),
        arguments("EdDSA", TestKeys.ed25519Pair(), AccessTokenKey.EdDsa.class),
        arguments("RS256", TestKeys.rsaPair(3072), AccessTokenKey.Rs256.class));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_key_pair_signs_for_others_and_for_our_own_nodes(
      String algorithm, KeyPair pair, Class<AccessTokenKey> kind) throws Exception {
    node.close();
    node = node(TestNode.with(database, Map.of("symbolon.access-token.algorithm", algorithm)));
    answer = List.of(of(kind, pair), oldKey);
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(login);
    verify(refresh(login));
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(login.accessToken().value());
    jws.setKey(pair.getPublic());
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getAlgorithmHeaderValue()).isEqualTo(algorithm);
    assertThat(jws.getKeyIdHeaderValue()).matches("app-[0-9a-f]{16}");
    JWK published =
        JWKSet.parse(node.publicKeys.published().orElseThrow().json())
            .getKeyByKeyId(jws.getKeyIdHeaderValue());
    assertThat(published.getAlgorithm().getName()).isEqualTo(algorithm);
    answer = List.of(oldKey);
    assertThatThrownBy(() -> verify(login))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("symbolon.access-token.algorithm is " + algorithm);
    assertThatThrownBy(node.publicKeys::published).isInstanceOf(SessionStoreException.class);
  }

  /** From one kind to the next, each announced behind the one that signs. */
  @Test
  void a_change_of_the_kind_is_noticed_by_nobody() {
    List<AccessTokenKey> kinds = new ArrayList<>(List.of(oldKey));
    pairs().forEach(each -> kinds.add(of((Class<?>) each.get()[2], (KeyPair) each.get()[1])));
    List<String> algorithms = List.of("HS256", "ES256", "EdDSA", "RS256");
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    for (int i = 1; i < kinds.size(); i++) {
      answer = List.of(kinds.get(i - 1), kinds.get(i));
      verify(tokens);
      node.close();
      node =
          node(
              TestNode.with(
                  database, Map.of("symbolon.access-token.algorithm", algorithms.get(i))));
      answer = List.of(kinds.get(i), kinds.get(i - 1));
      verify(tokens);
      tokens = refresh(tokens);
      answer = List.of(kinds.get(i));
      verify(tokens);
    }
  }

  private static AccessTokenKey of(Class<?> kind, KeyPair pair) {
    if (kind == AccessTokenKey.Es256.class) {
      return AccessTokenKey.es256(pair);
    }
    return kind == AccessTokenKey.EdDsa.class
        ? AccessTokenKey.edDsa(pair)
        : AccessTokenKey.rs256(pair);
  }

  private TestNode node(Map<String, String> properties) {
    return new TestNode(
        properties,
        clock,
        () -> {
          calls++;
          return answer;
        });
  }

  private Verification verify(SessionTokens tokens) {
    return node.manager.verify(
        tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private SessionTokens refresh(SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
  }
}
