package org.symbolon.core;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of sessions by the thousand, past the library. */
record SessionRows(Map<String, String> database) {

  /** Of as many users, all with the refresh token hash {@code hash}. */
  void insert(String prefix, int count, Instant expiresAt) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into refresh_tokens (session_handle, user_id, refresh_token_hash_2,"
                    + " expires_at) values (?, ?, 'hash', ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        insert.setString(1, prefix + "-" + i);
        insert.setString(2, "user-of-" + prefix + "-" + i);
        insert.setLong(3, expiresAt.toEpochMilli());
        insert.executeUpdate();
      }
      connection.commit();
    }
  }

  List<String> handles() throws SQLException {
    List<String> handles = new ArrayList<>();
    try (Connection connection = connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select session_handle from refresh_tokens")) {
      while (rows.next()) {
        handles.add(rows.getString(1));
      }
    }
    return handles;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.get("symbolon.database.url"),
        database.get("symbolon.database.user"),
        database.getOrDefault("symbolon.database.password", ""));
  }
}
