package org.symbolon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.SessionHandle;
import org.symbolon.SessionRejectedException;
import org.symbolon.UserId;
import org.symbolon.testing.ReferenceVectors;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** The reference's rows in tables that the reference made: read, and written alike. */
abstract class ReferenceRowsContract {
  private static final String INSERT =
      "insert into refresh_tokens (session_info, session_handle, user_id, refresh_token_hash_2,"
          + " expires_at, jwt_user_payload) values (?, ?, ?, ?, ?, ?)";

  private Map<String, String> properties;
  private TestNode node;

  abstract TestServer server();

  abstract String[] tablesOfTheReference();

  @BeforeEach
  void start() throws SQLException {
    properties = server().freshDatabase();
    try (Connection connection = connect()) {
      for (String table : tablesOfTheReference()) {
        connection.createStatement().execute(table);
      }
    }
    node = new TestNode(properties, new SettableClock());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @TestFactory
  Stream<DynamicTest> rows_are_read() {
    return vectors("after_create").map(v -> DynamicTest.dynamicTest(name(v), () -> assertRead(v)));
  }

  @TestFactory
  Stream<DynamicTest> rows_are_written_alike() {
    return vectors("after_create")
        .filter(v -> v.containsKey("getSession") && userIdIsOurs(v))
        .map(v -> DynamicTest.dynamicTest(name(v), () -> assertWritten(v)));
  }

  @TestFactory
  Stream<DynamicTest> what_the_reference_refuses_is_refused() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "userId {\"i\":1} string", () -> assertRefused(UserId.of("{\"i\":1}"), null)),
        DynamicTest.dynamicTest(
            "session_info 65536 bytes json",
            () -> assertRefused(UserId.of("u"), jakarta.json.Json.createValue("x".repeat(65534)))));
  }

  /** Between reading a row and sealing it somebody else changes it, if only the case of letters. */
  @ParameterizedTest
  @CsvSource({"jwt_user_payload", "user_id"})
  void a_row_that_was_changed_meanwhile_is_not_sealed(String column) throws SQLException {
    UserId alice = UserId.of("\"alice\"");
    JsonValue payload = jakarta.json.Json.createValue("alice");
    SessionHandle handle = node.manager.create(alice, payload, null).session().handle();
    RowSeal late =
        new RowSeal() {
          @Override
          public String seal(String handle, String userId, String text) {
            change(column, handle);
            return "sealed";
          }

          @Override
          public Reading open(String handle, String userId, String text) {
            return new Genuine(text, false);
          }
        };
    assertThat(new JpaSessionStore(node.database, late).find(handle)).isPresent();
    StoredSession row = node.store.find(handle).orElseThrow();
    assertThat(column.equals("user_id") ? row.userId().toString() : row.payload().toString())
        .isEqualTo("\"ALICE\"");
  }

  private void change(String column, String handle) {
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement(
                "update refresh_tokens set " + column + " = ? where session_handle = ?")) {
      update.setString(1, "\"ALICE\"");
      update.setString(2, handle);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertRead(JsonObject vector) throws SQLException {
    JsonObject row = vector.getJsonObject("after_create");
    insert(row);
    StoredSession read =
        node.store.find(new SessionHandle(row.getString("session_handle"))).orElseThrow();
    assertThat(read.expiresAt().toEpochMilli())
        .isEqualTo(Long.parseLong(row.getString("expires_at")));
    if (vector.containsKey("getSession")) {
      JsonObject session = vector.getJsonObject("getSession");
      assertThat(read.payload()).isEqualTo(session.get("jwtPayload"));
      assertThat(read.userId()).isEqualTo(userId(session.get("userId"), row.getString("user_id")));
    }
    if (vector.getString("name").startsWith("payload 65535")) {
      assertThat(((JsonString) read.payload()).getString()).hasSize(65533);
    }
    JsonValue info = vector.get("getSessionInfo");
    boolean undefined = info instanceof JsonString text && text.getString().equals("<undefined>");
    if (info != null) {
      assertThat(read.info()).isEqualTo(undefined ? null : info);
    }
  }

  private void assertWritten(JsonObject vector) throws SQLException {
    JsonObject row = vector.getJsonObject("after_create");
    JsonObject session = vector.getJsonObject("getSession");
    UserId userId = userId(session.get("userId"), row.getString("user_id"));
    JsonValue payload = session.get("jwtPayload");
    SessionHandle handle = node.manager.create(userId, payload, payload).session().handle();
    try (Connection connection = connect();
        PreparedStatement select =
            connection.prepareStatement(
                "select user_id, jwt_user_payload, session_info from refresh_tokens"
                    + " where session_handle = ?")) {
      select.setString(1, handle.value());
      ResultSet found = select.executeQuery();
      assertThat(found.next()).isTrue();
      assertThat(found.getString(1)).isEqualTo(row.getString("user_id"));
      String expected = row.getString("jwt_user_payload");
      assertThat(JsonColumn.read(found.getString(2), "payload"))
          .isEqualTo(JsonColumn.read(expected, "payload"));
      assertThat(found.getString(2).isEmpty()).isEqualTo(expected.isEmpty());
      assertThat(found.getString(3)).isEqualTo(found.getString(2));
    }
  }

  private void assertRefused(UserId userId, @Nullable JsonValue info) {
    assertThatThrownBy(() -> node.manager.create(userId, null, info))
        .isInstanceOf(SessionRejectedException.class);
    assertThat(node.manager.handles(userId)).isEmpty();
  }

  private static Stream<JsonObject> vectors(String member) {
    return ReferenceVectors.list("dbRows").stream().filter(vector -> vector.containsKey(member));
  }

  /** Fractions and the empty text are user ids of the reference only; we read, never write them. */
  private static boolean userIdIsOurs(JsonObject vector) {
    JsonValue userId = vector.getJsonObject("getSession").get("userId");
    return userId instanceof JsonNumber number
        ? number.isIntegral()
        : !((JsonString) userId).getString().isEmpty();
  }

  private static UserId userId(JsonValue json, String stored) {
    if (json instanceof JsonNumber number) {
      return number.isIntegral() ? UserId.of(number.longValueExact()) : UserId.of(stored);
    }
    return UserId.of(((JsonString) json).getString());
  }

  private static String name(JsonObject vector) {
    return vector.getString("name");
  }

  private void insert(JsonObject row) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, row.getString("session_info"));
      insert.setString(2, row.getString("session_handle"));
      insert.setString(3, row.getString("user_id"));
      insert.setString(4, row.getString("refresh_token_hash_2", "0".repeat(64)));
      insert.setLong(5, Long.parseLong(row.getString("expires_at")));
      insert.setString(6, payloadText(row));
      insert.executeUpdate();
    }
  }

  /** The vectors give the longest payload by its length only. */
  private static String payloadText(JsonObject row) {
    String text = row.getString("jwt_user_payload");
    return text.equals("<65535 chars>") ? '"' + "x".repeat(65533) + '"' : text;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        properties.get("symbolon.database.url"),
        properties.get("symbolon.database.user"),
        properties.getOrDefault("symbolon.database.password", ""));
  }
}
