package org.symbolon.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.StatelessSession;
import org.symbolon.config.DatabaseConfig;

/**
 * Makes sure, once, that the tables are there with all columns. Tables that exist are taken as they
 * are, whoever made them, so a database user without the right to create tables is fine then.
 */
final class Schema {
  private static final int TRIES = 5;

  private final DatabaseConfig config;
  private final DatabaseProduct product;
  private volatile boolean ensured;

  Schema(DatabaseConfig config, DatabaseProduct product) {
    this.config = config;
    this.product = product;
  }

  void ensure(StatelessSession session) {
    if (!ensured) {
      session.doWork(this::ensure);
      ensured = true;
    }
  }

  private void ensure(Connection connection) throws SQLException {
    for (int attempt = 1; !isComplete(connection); attempt++) {
      try {
        if (config.createTables()) {
          create(connection);
        }
        probe(connection);
      } catch (SQLException e) {
        // another node may be creating them at this moment
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private boolean isComplete(Connection connection) {
    try {
      probe(connection);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void probe(Connection connection) throws SQLException {
    probe(
        connection,
        config.refreshTokensTable(),
        "session_handle, user_id, refresh_token_hash_2, session_info, expires_at,"
            + " jwt_user_payload");
    probe(connection, config.signingKeyTable(), "key_name, key_value, created_at_time");
  }

  private static void probe(Connection connection, String table, String columns)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select " + columns + " from " + table + " where 1 = 0").close();
    }
  }

  private void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : ddl().split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql.strip());
        }
      }
    }
  }

  private String ddl() {
    String file = "/META-INF/symbolon/" + product.ddl();
    try (InputStream in = Schema.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the JAR");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)--.*$", "")
          .replaceAll("\\brefresh_tokens", config.refreshTokensTable())
          .replaceAll("\\bsigning_key\\b", config.signingKeyTable());
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
