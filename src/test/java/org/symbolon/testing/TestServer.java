package org.symbolon.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.database.TestDatabase;

/** The database servers that the tests run on; each call gives a fresh, empty database. */
public enum TestServer {
  H2 {
    @Override
    public Map<String, String> freshDatabase() {
      return Map.of(
          "symbolon.database.url",
          "jdbc:h2:mem:" + unused("symbolon") + ";DB_CLOSE_DELAY=-1",
          "symbolon.database.user",
          "sa",
          "symbolon.database.timeout",
          PATIENCE);
    }
  },

  /** MariaDB out of the build, or what {@code -Dsymbolon.test.database.url} names. */
  MARIADB {
    @Override
    public Map<String, String> freshDatabase() {
      TestDatabase server = TestDatabase.get();
      String name = unused("symbolon_" + Long.toString(System.nanoTime(), 36));
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      // without the option that other programs need against MariaDB: ours must do without
      String url =
          server
              .url()
              .replaceFirst("(//[^/]+/)\\w*", "$1" + name)
              .replace("useInformationSchema=false&", "");
      return Map.of(
          "symbolon.database.url",
          url,
          "symbolon.database.user",
          server.user(),
          "symbolon.database.password",
          server.password(),
          "symbolon.database.timeout",
          PATIENCE);
    }
  },

  /** With tokens and keys in the reference's format. */
  H2_IN_REFERENCE_FORMAT {
    @Override
    public Map<String, String> freshDatabase() {
      return TestNode.with(H2.freshDatabase(), REFERENCE_FORMAT);
    }
  },

  /** Likewise. */
  MARIADB_IN_REFERENCE_FORMAT {
    @Override
    public Map<String, String> freshDatabase() {
      return TestNode.with(MARIADB.freshDatabase(), REFERENCE_FORMAT);
    }
  };

  private static final Map<String, String> REFERENCE_FORMAT =
      Map.of("symbolon.access-token.format", "supertokens-node");

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The properties that lead to a new empty database. */
  public abstract Map<String, String> freshDatabase();

  /** What is tested here is not how fast a loaded machine is. */
  private static final String PATIENCE = "PT30S";

  private static String unused(String prefix) {
    return prefix + COUNT.incrementAndGet();
  }
}
