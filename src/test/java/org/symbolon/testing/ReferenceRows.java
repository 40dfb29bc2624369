package org.symbolon.testing;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Rows that the reference wrote, put into a database and looked at, past the library. */
public final class ReferenceRows {
  private final Map<String, String> database;

  public ReferenceRows(Map<String, String> database) {
    this.database = database;
  }

  /** The keys that the vectors were made with; the tables must be there. */
  public void insertKeys() {
    for (JsonObject row :
        ReferenceVectors.ALL.getJsonArray("signing_key_rows").getValuesAs(JsonObject.class)) {
      insertKey(
          row.getString("key_name"),
          row.getString("key_value"),
          Long.parseLong(row.getString("created_at_time")));
    }
  }

  public void insertKey(String name, String value, long createdAt) {
    execute(
        "insert into signing_key (key_name, key_value, created_at_time) values (?, ?, ?)",
        name,
        value,
        createdAt);
  }

  /** A session as it stands in the vectors. */
  public void insertSession(JsonObject row) {
    execute(
        "insert into refresh_tokens (session_handle, user_id, refresh_token_hash_2, session_info,"
            + " expires_at, jwt_user_payload) values (?, ?, ?, ?, ?, ?)",
        row.getString("session_handle"),
        row.getString("user_id"),
        row.getString("refresh_token_hash_2"),
        row.getString("session_info"),
        Long.parseLong(row.getString("expires_at")),
        row.getString("jwt_user_payload"));
  }

  /** A column of a session's row. */
  public String session(String handle, String column) {
    return text("select " + column + " from refresh_tokens where session_handle = ?", handle);
  }

  /** A column of a key's row. */
  public String key(String name, String column) {
    return text("select " + column + " from signing_key where key_name = ?", name);
  }

  public int execute(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String sql, String parameter) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      ResultSet found = statement.executeQuery();
      return found.next() ? found.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.get("symbolon.database.url"),
        database.get("symbolon.database.user"),
        database.getOrDefault("symbolon.database.password", ""));
  }
}
