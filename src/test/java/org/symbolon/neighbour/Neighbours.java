package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;
import org.symbolon.database.TestDatabase;
import org.symbolon.testing.NodeLibrary;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/**
 * A deployment of the Node library on its default tables, and beside it a node of ours in its
 * format.
 */
final class Neighbours implements AutoCloseable {
  static final Map<String, String> SETTINGS =
      Map.of(
          "symbolon.access-token.format",
          "supertokens-node",
          // what the original calls its table unless told otherwise
          "symbolon.database.table.refresh-tokens",
          "refresh_token");

  final Map<String, String> properties;
  final NodeLibrary node;
  final TestNode symbolon;

  private Neighbours(Map<String, String> properties, NodeLibrary node, TestNode symbolon) {
    this.properties = properties;
    this.node = node;
    this.symbolon = symbolon;
  }

  /** On an empty database of the original's, so with its tables: no index, a loose collation. */
  static Neighbours start() {
    Map<String, String> properties = freshDatabase();
    NodeLibrary node = new NodeLibrary(properties);
    return new Neighbours(properties, node, new TestNode(properties, InstantSource.system()));
  }

  /** The original's driver cannot log in to a MySQL of today: docs/neighbour.md. */
  static Map<String, String> freshDatabase() {
    String product = TestDatabase.get().product();
    assumeTrue(
        product.equals("MariaDB"),
        "supertokens-node-mysql-ref-jwt is tested on MariaDB, not on " + product);
    return TestNode.with(TestServer.MARIADB.freshDatabase(), SETTINGS);
  }

  /** Makes the original's key so old that whoever reads it next makes a new one. */
  void ageAccessTokenKey() {
    execute(
        "update signing_key set created_at_time = "
            + Instant.now().minus(Duration.ofHours(25)).toEpochMilli()
            + " where key_name = 'access_token_signing_key'");
  }

  String accessTokenKey() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select key_value from signing_key where key_name = 'access_token_signing_key'")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a client does with a session that lives: call, and refresh if told to. */
  static SessionTokens use(SessionManager side, SessionTokens tokens, UserId expected) {
    try {
      assertThat(verify(side, tokens).userId()).isEqualTo(expected);
      return tokens;
    } catch (TryRefreshTokenException e) {
      SessionTokens fresh = side.refresh(tokens.refreshToken().value());
      assertThat(verify(side, fresh).userId()).isEqualTo(expected);
      return fresh;
    }
  }

  private static org.symbolon.Session verify(SessionManager side, SessionTokens tokens) {
    return side.verify(tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()))
        .session();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        properties.get("symbolon.database.url"),
        properties.get("symbolon.database.user"),
        properties.get("symbolon.database.password"));
  }

  @Override
  public void close() {
    try (node) {
      symbolon.close();
    }
  }
}
