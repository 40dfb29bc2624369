package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.symbolon.AccessTokenKey;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionHandle;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.ReferenceRows;
import org.symbolon.testing.ReferenceVectors;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A database that is shared with the reference: {@code symbolon.access-token.format}. */
abstract class ReferenceDatabaseContract {
  private static final JsonObject CHAIN = ReferenceVectors.ALL.getJsonObject("chain");
  private static final JsonObject ROW = CHAIN.getJsonObject("row_after_create");
  private static final JsonObject PROMOTED = CHAIN.getJsonObject("row_after_promotion");
  private static final SessionHandle HANDLE = new SessionHandle(ROW.getString("session_handle"));
  private static final String T0 = value("create", "refreshToken");
  private static final String T1 = value("refresh", "newRefreshToken");
  private static final String A0 = value("create", "accessToken");
  private static final String A1 = value("refresh", "newAccessToken");
  private static final String A1_CONFIRMED = value("getSession_promoting", "newAccessToken");

  private final SettableClock clock = new SettableClock();
  private Map<String, String> database;
  private ReferenceRows rows;
  private TestNode node;

  abstract TestServer server();

  @BeforeEach
  void start() {
    clock.set(Instant.parse("2026-11-21T22:00:00Z"));
    database =
        TestNode.with(
            server().freshDatabase(), Map.of("symbolon.access-token.key-rotation", "false"));
    node = new TestNode(database, clock);
    node.manager.handles(UserId.of("nobody")); // makes the tables, and no keys
    rows = new ReferenceRows(database);
    rows.insertKeys();
    rows.insertSession(ROW);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void the_chain_of_the_reference_is_followed_step_by_step() {
    AntiCsrfCheck first = AntiCsrfCheck.require(text("create", "antiCsrfToken"));
    Verification login = node.manager.verify(A0, first);
    assertThat(login.replacement()).isNull();
    assertThat(login.session().handle()).isEqualTo(HANDLE);
    assertThat(login.session().userId()).isEqualTo(UserId.of("chain-user"));
    assertThat(login.session().payload().toString()).isEqualTo("{\"role\":\"admin\"}");
    assertThat(login.session().authenticatedAt()).isEqualTo("2026-11-21T21:17:37Z");

    AntiCsrfCheck second = AntiCsrfCheck.require(text("refresh", "newAntiCsrfToken"));
    Verification child = node.manager.verify(A1, second);
    assertThat(rows.session(HANDLE.value(), "refresh_token_hash_2"))
        .isEqualTo(PROMOTED.getString("refresh_token_hash_2"));
    JsonObject written = payload(child.replacement().value());
    JsonObject expected = payload(A1_CONFIRMED);
    assertThat(written.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.keySet().stream()
        .filter(name -> !name.equals("expiryTime"))
        .forEach(name -> assertThat(written.get(name)).as(name).isEqualTo(expected.get(name)));
    assertThat(node.manager.verify(A1_CONFIRMED, second).replacement()).isNull();
    assertThat(node.manager.verify(A1, second).replacement()).as("again").isNotNull();

    SessionTokens next = node.manager.refresh(T1);
    assertChild(next, T1);
    node.manager.verify(next.accessToken().value(), AntiCsrfCheck.skip());
    assertThat(rows.session(HANDLE.value(), "refresh_token_hash_2"))
        .isEqualTo(hash(hash(next.refreshToken().value())));
    assertThatThrownBy(() -> node.manager.verify(A1, second))
        .isInstanceOf(TryRefreshTokenException.class);
  }

  @Test
  void an_unused_child_of_the_reference_is_promoted_by_its_refresh() {
    assertChild(node.manager.refresh(T1), T1);
    assertThat(rows.session(HANDLE.value(), "refresh_token_hash_2"))
        .isEqualTo(PROMOTED.getString("refresh_token_hash_2"));
  }

  @Test
  void theft_of_the_references_token_is_seen_here() {
    node.manager.refresh(T1);
    assertThatThrownBy(() -> node.manager.refresh(T0))
        .isInstanceOf(TokenTheftDetectedException.class)
        .hasMessageContaining(HANDLE.value());
    assertThat(rows.session(HANDLE.value(), "user_id")).isNull();
  }

  /** Two children of one parent, of which the reference made one: it cannot be recomputed. */
  @Test
  void beside_a_child_of_the_reference_there_is_no_leeway() {
    SessionTokens ours = node.manager.refresh(T0);
    node.manager.verify(A1, AntiCsrfCheck.skip());
    assertThatThrownBy(() -> node.manager.refresh(ours.refreshToken().value()))
        .isInstanceOf(TokenTheftDetectedException.class);
  }

  @Test
  void between_our_own_nodes_there_is() {
    SessionTokens one = node.manager.refresh(T0);
    try (TestNode other = new TestNode(database, clock)) {
      clock.advance(Duration.ofSeconds(5));
      SessionTokens two = other.manager.refresh(T0);
      assertThat(two.refreshToken().value()).isNotEqualTo(one.refreshToken().value());
      node.manager.verify(one.accessToken().value(), AntiCsrfCheck.skip());
      clock.advance(Duration.ofSeconds(40));
      assertThat(other.manager.refresh(two.refreshToken().value()).refreshToken().value())
          .as("a sibling gets the present token")
          .isEqualTo(one.refreshToken().value());
    }
  }

  @Test
  void the_lifetime_ends_as_the_handle_tells() {
    clock.set(Instant.parse("2027-11-21T21:17:38Z"));
    assertThatThrownBy(() -> node.manager.refresh(T0)).isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void a_key_of_the_applications_is_the_one_of_signing_key_get() {
    byte[] secret =
        rows.key("access_token_signing_key", "key_value").getBytes(StandardCharsets.UTF_8);
    rows.execute("delete from signing_key where key_name = 'access_token_signing_key'");
    try (TestNode other =
        new TestNode(database, clock, () -> java.util.List.of(AccessTokenKey.hs256(secret)))) {
      assertThat(other.manager.verify(A0, AntiCsrfCheck.skip()).session().handle())
          .isEqualTo(HANDLE);
      assertThatThrownBy(other.rotation::rotate).isInstanceOf(IllegalStateException.class);
    }
    assertThat(rows.key("access_token_signing_key", "key_value")).isNull();
  }

  @Test
  void garbage_costs_one_look_a_second_and_no_key() {
    node.manager.verify(A0, AntiCsrfCheck.skip());
    clock.advance(Duration.ofSeconds(2));
    node.statements.clear();
    for (int i = 0; i < 1000; i++) {
      String garbage = A0.substring(0, A0.length() - 4) + String.format(Locale.ROOT, "%04x", i);
      assertThatThrownBy(() -> node.manager.verify(garbage, AntiCsrfCheck.skip()))
          .isInstanceOf(TryRefreshTokenException.class);
    }
    assertThat(node.statements).hasSize(2);
    assertThat(node.manager.verify(A0, AntiCsrfCheck.skip()).session().handle()).isEqualTo(HANDLE);
  }

  @Test
  void a_key_that_another_process_replaced_is_found_by_its_first_token() {
    node.manager.verify(A0, AntiCsrfCheck.skip());
    clock.advance(Duration.ofSeconds(2));
    rows.execute(
        "update signing_key set key_value = ?, created_at_time = ? where key_name = ?",
        "bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=",
        clock.instant().toEpochMilli(),
        "access_token_signing_key");
    try (TestNode other = new TestNode(database, clock)) {
      SessionTokens byOther = other.manager.create(UserId.of("u"), null, null);
      assertThat(
              node.manager
                  .verify(byOther.accessToken().value(), AntiCsrfCheck.skip())
                  .session()
                  .userId())
          .isEqualTo(UserId.of("u"));
      assertThat(node.manager.verify(A0, AntiCsrfCheck.skip()).session().handle())
          .as("the old key is still known")
          .isEqualTo(HANDLE);
      assertThatThrownBy(() -> other.manager.verify(A0, AntiCsrfCheck.skip()))
          .as("by who knew it")
          .isInstanceOf(TryRefreshTokenException.class);
    }
  }

  /** As a cookie has it, and with the claim that it carries until the first use. */
  @Test
  void a_token_counts_with_its_escapes_against_the_room_of_a_cookie() {
    int most = node.config.accessToken().maxLength();
    String longest = "";
    for (int low = 0, high = 4096; low < high; ) {
      int middle = (low + high + 1) / 2;
      longest = "?>~".repeat(middle);
      try {
        node.manager.create(UserId.of("u"), Json.createValue(longest), null);
        low = middle;
      } catch (SessionRejectedException e) {
        high = middle - 1;
        longest = "?>~".repeat(high);
      }
    }
    SessionTokens login = node.manager.create(UserId.of("u"), Json.createValue(longest), null);
    String refresh = login.refreshToken().value();
    String child = node.manager.refresh(refresh).accessToken().value();
    int largest = Math.max(escaped(login.accessToken().value()), escaped(child));
    assertThat(largest).isBetween(most - 20, most);
  }

  private static int escaped(String token) {
    return URLEncoder.encode(token, StandardCharsets.US_ASCII).length();
  }

  @TestFactory
  Stream<DynamicTest> sessions_of_ours_have_the_rows_and_tokens_of_the_reference() {
    return ReferenceVectors.ALL.getJsonArray("dbRows").getValuesAs(JsonObject.class).stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(vector.getString("name"), () -> assertSession(vector)));
  }

  private void assertSession(JsonObject vector) {
    JsonObject row = vector.getJsonObject("after_create");
    JsonObject session = vector.getJsonObject("getSession");
    if (row == null || session == null || !isAdmitted(session.get("userId"))) {
      // refused by the reference or by us, or of no use there: ReferenceRowsContract, AdmissionTest
      return;
    }
    JsonValue payload = session.get("jwtPayload");
    SessionTokens login = node.manager.create(userId(session.get("userId")), payload, payload);
    String handle = login.session().handle().value();
    String hash2 = rows.session(handle, "refresh_token_hash_2");
    assertThat(vector.getBoolean("hash2_matches")).isTrue();
    assertThat(hash2).isEqualTo(hash(hash(login.refreshToken().value())));
    assertThat(rows.session(handle, "user_id")).isEqualTo(row.getString("user_id"));

    SessionTokens child = node.manager.refresh(login.refreshToken().value());
    assertThat(vector.getBoolean("row_unchanged_by_refresh")).isTrue();
    assertThat(rows.session(handle, "refresh_token_hash_2")).isEqualTo(hash2);
    assertThat(vector.getBoolean("child_prt_is_hash1_of_parent")).isTrue();
    assertChild(child, login.refreshToken().value());
    assertThat(payload(child.accessToken().value()).get("userId")).isEqualTo(session.get("userId"));
    assertThat(payload(child.accessToken().value()).get("userPayload")).isEqualTo(payload);

    Verification used =
        node.manager.verify(
            child.accessToken().value(), AntiCsrfCheck.require(child.antiCsrfToken()));
    assertThat(vector.getBoolean("promotion_newAccessToken_payload_has_prt")).isFalse();
    assertThat(payload(used.replacement().value())).doesNotContainKey("prt");
    assertThat(rows.session(handle, "refresh_token_hash_2"))
        .isEqualTo(hash(hash(child.refreshToken().value())));
    assertThat(used.session().payload()).isEqualTo(payload);
    assertThat(node.manager.info(used.session().handle())).isEqualTo(payload);
  }

  private static void assertChild(SessionTokens child, String parent) {
    JsonObject access = payload(child.accessToken().value());
    assertThat(access.getString("prt")).isEqualTo(hash(parent));
    assertThat(access.getString("rt")).isEqualTo(hash(child.refreshToken().value()));
    assertThat(access.getString("antiCsrfToken")).isEqualTo(child.antiCsrfToken());
    assertThat(access.getJsonNumber("expiryTime").longValueExact())
        .isEqualTo(child.accessToken().expiresAt().toEpochMilli());
  }

  private static boolean isAdmitted(@Nullable JsonValue userId) {
    return userId instanceof JsonNumber number
        ? number.isIntegral()
        : userId instanceof JsonString text && !text.getString().isEmpty();
  }

  private static UserId userId(JsonValue json) {
    return json instanceof JsonNumber number
        ? UserId.of(number.longValueExact())
        : UserId.of(((JsonString) json).getString());
  }

  private static JsonObject payload(String accessToken) {
    byte[] json = Base64.getDecoder().decode(accessToken.split("\\.", -1)[1]);
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String value(String step, String member) {
    return CHAIN.getJsonObject(step).getJsonObject(member).getString("value");
  }

  private static String text(String step, String member) {
    return CHAIN.getJsonObject(step).getString(member);
  }
}
