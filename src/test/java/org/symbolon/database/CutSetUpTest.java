package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.testing.TcpRelay;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A connection that dies while it is set up, at whichever question, must not end the pool. */
class CutSetUpTest {
  private static final int TRIES = 5;

  private final Map<String, String> settings = new HashMap<>(TestServer.MARIADB.freshDatabase());
  private final TcpRelay relay;

  CutSetUpTest() {
    relay = TcpRelay.before(settings);
    settings.put("symbolon.database.timeout", "PT1S");
    settings.put("symbolon.database.pool-size", "1");
  }

  @Test
  void a_first_connection_that_dies_at_any_question_is_followed_by_one_that_works() {
    DatabaseConfig config = TestNode.config(settings).database();
    int question = 1;
    for (boolean cut = true; cut; question++) {
      relay.hangUpAt(question);
      try (HikariDataSource pool = DataSources.pool(config, config.url())) {
        assertComesBack(pool, question);
      }
      cut = relay.hasHungUp();
    }
    assertThat(question).as("questions of a connection's set-up").isGreaterThan(5);
  }

  @Test
  void so_is_a_later_one() {
    DatabaseConfig config = TestNode.config(settings).database();
    try (HikariDataSource pool = DataSources.pool(config, config.url())) {
      assertComesBack(pool, 0);
      int question = 1;
      for (boolean cut = true; cut; question++) {
        relay.set(TcpRelay.Mode.DOWN);
        relay.set(TcpRelay.Mode.OPEN);
        relay.hangUpAt(question);
        assertComesBack(pool, question);
        cut = relay.hasHungUp();
      }
      assertThat(question).isGreaterThan(5);
    }
  }

  private static void assertComesBack(HikariDataSource pool, int question) {
    for (int i = 1; ; i++) {
      try (Connection connection = pool.getConnection();
          var row = connection.createStatement().executeQuery("select 1")) {
        assertThat(row.next()).isTrue();
        assertThat(connection.getAutoCommit()).isTrue();
        return;
      } catch (SQLException e) {
        assertThat(i).as("tries after question " + question + ": " + e).isLessThan(TRIES);
      }
    }
  }
}
