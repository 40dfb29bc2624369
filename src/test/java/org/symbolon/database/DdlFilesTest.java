package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** The DDL files in the JAR are what an administrator can execute instead of the library. */
class DdlFilesTest {
  private static final List<String> ON_MYSQL =
      List.of(
          "select table_name, engine, table_collation from information_schema.tables"
              + " where table_schema = database() order by table_name",
          "select table_name, ordinal_position, column_name, column_type, is_nullable,"
              + " column_default, character_set_name, collation_name, extra"
              + " from information_schema.columns"
              + " where table_schema = database() order by table_name, ordinal_position",
          "select table_name, index_name, seq_in_index, column_name, non_unique, sub_part,"
              + " index_type from information_schema.statistics"
              + " where table_schema = database() order by table_name, index_name, seq_in_index");
  private static final List<String> ON_H2 =
      List.of(
          "select table_name, table_type, storage_type from information_schema.tables"
              + " where table_schema = schema() order by table_name",
          "select table_name, ordinal_position, column_name, data_type, is_nullable,"
              + " column_default, character_maximum_length, numeric_precision, collation_name"
              + " from information_schema.columns"
              + " where table_schema = schema() order by table_name, ordinal_position",
          "select i.table_name, i.index_type_name, c.ordinal_position, c.column_name,"
              + " regexp_replace(i.index_name, '_\\w$', '') from information_schema.indexes i"
              + " join information_schema.index_columns c on c.index_name = i.index_name"
              + " where i.table_schema = schema() order by 1, 5, 3");

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void the_file_makes_what_the_library_makes(TestServer server) throws Exception {
    Map<String, String> byLibrary = server.freshDatabase();
    login(byLibrary);
    Map<String, String> byFile = server.freshDatabase();
    execute(byFile, file(server));
    List<String> tables = description(server, byFile);
    assertThat(tables).isEqualTo(description(server, byLibrary));
    // two tables, eight columns and one more, two primary keys and two other indexes
    assertThat(tables).hasSize(2 + 9 + 4);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void the_library_works_on_the_tables_of_the_file(TestServer server) throws Exception {
    Map<String, String> database = server.freshDatabase();
    execute(database, file(server));
    login(TestNode.with(database, Map.of("symbolon.database.create-tables", "false")));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestServer.class,
      names = {"H2", "MARIADB"})
  void the_file_can_be_executed_again(TestServer server) throws Exception {
    Map<String, String> database = server.freshDatabase();
    login(database);
    List<String> before = description(server, database);
    execute(database, file(server));
    assertThat(description(server, database)).isEqualTo(before);
  }

  private static void login(Map<String, String> database) {
    try (TestNode node = new TestNode(database, new SettableClock())) {
      node.manager.create(UserId.of("alice"), null, null);
      assertThat(node.manager.handles(UserId.of("alice"))).hasSize(1);
    }
  }

  private static String file(TestServer server) throws Exception {
    String name = server == TestServer.H2 ? "h2.sql" : "mysql.sql";
    try (InputStream in = Database.class.getResourceAsStream("/META-INF/symbolon/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The file as it is, in one piece, as a client for the command line would send it. */
  private static void execute(Map<String, String> database, String file) throws SQLException {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(file);
    }
  }

  private static List<String> description(TestServer server, Map<String, String> database)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = connect(database)) {
      for (String query : server == TestServer.H2 ? ON_H2 : ON_MYSQL) {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
          while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              line.append(rows.getString(i)).append(' ');
            }
            lines.add(line.toString());
          }
        }
      }
    }
    return lines;
  }

  private static Connection connect(Map<String, String> database) throws SQLException {
    String url = database.get("symbolon.database.url");
    String several = url.contains(":h2:") ? "" : (url.contains("?") ? "&" : "?");
    return DriverManager.getConnection(
        url + (several.isEmpty() ? "" : several + "allowMultiQueries=true"),
        database.get("symbolon.database.user"),
        database.getOrDefault("symbolon.database.password", ""));
  }
}
