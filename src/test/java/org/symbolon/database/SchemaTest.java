package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.SessionStoreException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

class SchemaTest {
  private static final UserId ALICE = UserId.of("alice");

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void tables_get_the_configured_names(TestServer server) throws SQLException {
    Map<String, String> database =
        TestNode.with(
            server.freshDatabase(),
            Map.of(
                "symbolon.database.table.signing-key", "Keys_1",
                "symbolon.database.table.refresh-tokens", "refresh_token"));
    login(database);
    login(database); // found again, not created again
    execute(database, "select key_name, key_value, created_at_time from Keys_1");
    execute(database, "select session_handle from refresh_token");
    assertThatThrownBy(() -> execute(database, "select 1 from refresh_tokens"))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void missing_tables_are_an_error_where_none_may_be_created(TestServer server) {
    Map<String, String> database =
        TestNode.with(server.freshDatabase(), Map.of("symbolon.database.create-tables", "false"));
    assertThatThrownBy(() -> login(database))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContainingAll("refresh_tokens");
  }

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void a_table_that_lacks_a_column_is_an_error_naming_it(TestServer server) throws SQLException {
    Map<String, String> database = server.freshDatabase();
    execute(
        database,
        "create table refresh_tokens (session_handle varchar(255) primary key,"
            + " user_id varchar(128), refresh_token_hash_2 varchar(128), session_info text,"
            + " jwt_user_payload text)");
    assertThatThrownBy(() -> login(database))
        .isInstanceOf(SessionStoreException.class)
        .message()
        .containsIgnoringCase("expires_at");
  }

  @Test
  void a_user_who_may_not_create_tables_uses_those_that_exist() throws SQLException {
    Map<String, String> database = TestServer.MARIADB.freshDatabase();
    login(database);
    String name = database.get("symbolon.database.url").replaceAll(".*/(\\w+)(\\?.*)?$", "$1");
    execute(database, "drop user if exists limited@localhost");
    execute(database, "create user limited@localhost identified by 'secret'");
    execute(
        database, "grant select, insert, update, delete on " + name + ".* to limited@localhost");
    Map<String, String> limited =
        TestNode.with(
            database,
            Map.of("symbolon.database.user", "limited", "symbolon.database.password", "secret"));
    login(limited);
    assertThatThrownBy(() -> execute(limited, "create table x (y int)"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void our_tables_have_indexes_and_an_exact_collation() throws SQLException {
    Map<String, String> database = TestServer.MARIADB.freshDatabase();
    login(database);
    try (Connection connection = connect(database);
        var tables =
            connection.createStatement().executeQuery("show create table refresh_tokens")) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString(2))
          .contains(
              "PRIMARY KEY (`session_handle`)", "(`user_id`)", "(`expires_at`)", "utf8mb4_bin");
    }
  }

  private static void login(Map<String, String> database) {
    try (TestNode node = new TestNode(database, new SettableClock())) {
      node.manager.create(ALICE, null, null);
    }
  }

  private static void execute(Map<String, String> database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Map<String, String> database) throws SQLException {
    return DriverManager.getConnection(
        database.get("symbolon.database.url"),
        database.get("symbolon.database.user"),
        database.getOrDefault("symbolon.database.password", ""));
  }
}
