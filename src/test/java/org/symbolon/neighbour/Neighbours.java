package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.TryRefreshTokenException;
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

  /** Well formed, and signed by nobody. Either library looks for another key then. */
  private static final String GARBAGE = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30=.00";

  final Map<String, String> properties;
  final NodeLibrary node;
  final TestNode symbolon;
  private volatile Duration ahead = Duration.ZERO;

  private Neighbours(boolean isOursFirst) {
    properties = freshDatabase();
    if (isOursFirst) {
      symbolon = anotherOfOurs();
      node = new NodeLibrary(properties);
    } else {
      node = new NodeLibrary(properties);
      symbolon = anotherOfOurs();
    }
  }

  /** On an empty database of the original's, so with its tables: no index, a loose collation. */
  static Neighbours onItsTables() {
    return new Neighbours(false);
  }

  static Neighbours onOurTables() {
    return new Neighbours(true);
  }

  /** One more node; the caller closes it. */
  TestNode anotherOfOurs() {
    return new TestNode(properties, this::now);
  }

  /** Here and there, both ways round. */
  List<List<SessionManager>> orders() {
    return List.of(List.of(node, symbolon.manager), List.of(symbolon.manager, node));
  }

  /** For our nodes only. */
  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** The original has no notion of a leeway. */
  void passLeeway() {
    pass(symbolon.config.refreshToken().leeway().multipliedBy(2));
  }

  /** The original's driver cannot log in to a MySQL of today: docs/neighbour.md. */
  static Map<String, String> freshDatabase() {
    String product = TestDatabase.get().product();
    assumeTrue(
        product.equals("MariaDB"),
        "supertokens-node-mysql-ref-jwt is tested on MariaDB, not on " + product);
    return TestNode.with(TestServer.MARIADB.freshDatabase(), SETTINGS);
  }

  /** The key of access tokens is due, and this side is the first to see it. */
  void letRotate(SessionManager side) {
    String before = accessTokenKey();
    setAccessTokenKey("key_value", Instant.now().minus(Duration.ofHours(25)));
    letLookForKey(side);
    assertThat(accessTokenKey()).isNotEqualTo(before);
  }

  void letLookForKey(SessionManager side) {
    if (side != node) {
      // no node of ours looks twice within a second
      pass(Duration.ofSeconds(2));
    }
    assertThatThrownBy(() -> side.verify(GARBAGE, AntiCsrfCheck.skip()))
        .isInstanceOf(TryRefreshTokenException.class);
  }

  Instant now() {
    return Instant.now().plus(ahead);
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

  void setAccessTokenKey(String expression, Instant createdAt) {
    execute(
        String.format(
            Locale.ROOT,
            "update signing_key set key_value = %s, created_at_time = %d where key_name = '%s'",
            expression,
            createdAt.toEpochMilli(),
            "access_token_signing_key"));
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
