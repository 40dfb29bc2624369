package org.symbolon.core;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Tables as the reference makes them: primary keys only, the server's default collation. */
final class ReferenceTables {
  private ReferenceTables() {}

  static void create(Map<String, String> database) {
    execute(
        database,
        "create table signing_key (key_name varchar(128), key_value varchar(255),"
            + " created_at_time bigint unsigned, primary key (key_name))");
    execute(
        database,
        "create table refresh_tokens (session_handle varchar(255) not null,"
            + " user_id varchar(128) not null, refresh_token_hash_2 varchar(128) not null,"
            + " session_info text, expires_at bigint unsigned not null, jwt_user_payload text,"
            + " primary key (session_handle))");
  }

  static void execute(Map<String, String> database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many sessions meet the condition. */
  static int count(Map<String, String> database, String condition) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from refresh_tokens where " + condition)) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(Map<String, String> database) throws SQLException {
    return DriverManager.getConnection(
        database.get("symbolon.database.url"),
        database.get("symbolon.database.user"),
        database.get("symbolon.database.password"));
  }
}
