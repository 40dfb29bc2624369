package org.symbolon.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Locale;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.symbolon.SessionStoreException;
import org.symbolon.config.DatabaseConfig;

/** Finds or makes the data source. */
final class DataSources {
  private static final System.Logger LOG = System.getLogger(DataSources.class.getName());

  private DataSources() {}

  /** The library's own pool. Connects at the first use, not here. */
  static HikariDataSource pool(DatabaseConfig config, String url) {
    long millis = config.timeout().toMillis();
    HikariConfig pool = OwnPool.settings();
    pool.setPoolName("symbolon");
    pool.setDriverClassName(config.driver());
    pool.setJdbcUrl(url);
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(config.poolSize());
    pool.setMinimumIdle(Math.min(2, config.poolSize()));
    pool.setConnectionTimeout(Math.max(250, millis));
    pool.setValidationTimeout(Math.max(250, millis));
    // or the pool asks the first connection, and if that one dies it refuses all others for good
    pool.setTransactionIsolation(DatabaseProduct.of(url).isolation());
    pool.setExceptionOverride(new LostConnections());
    if (!url.startsWith("jdbc:h2:")) {
      // a server that accepts connections and then stays silent must not hold a thread for ever
      addUnlessInUrl(pool, url, "connectTimeout", millis);
      addUnlessInUrl(pool, url, "socketTimeout", millis);
    }
    return new HikariDataSource(pool);
  }

  /** Closes the pool; a database in memory goes with it, as nobody knows its name any more. */
  static void close(HikariDataSource pool, DatabaseConfig config) {
    if (config.embedded()) {
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("SET DB_CLOSE_DELAY 0");
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "the database in memory could not be released", e);
      }
    }
    pool.close();
  }

  /** The server's data source of that name. */
  @SuppressWarnings("BanJNDI") // the name is the operator's, never a user's
  static DataSource jndi(String name) {
    try {
      return (DataSource) new InitialContext().lookup(name);
    } catch (NamingException | ClassCastException e) {
      throw new SessionStoreException(
          "symbolon.database.datasource = " + name + ": no such data source in JNDI", e);
    }
  }

  private static void addUnlessInUrl(HikariConfig pool, String url, String name, long value) {
    if (!url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT) + "=")) {
      pool.addDataSourceProperty(name, Long.toString(value));
    }
  }
}
