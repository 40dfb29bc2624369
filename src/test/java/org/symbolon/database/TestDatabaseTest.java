package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void answers() throws SQLException {
    try (Connection connection = TestDatabase.get().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select 1, version()")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(1);
    }
  }
}
