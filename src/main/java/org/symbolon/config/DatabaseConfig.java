package org.symbolon.config;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions are kept.
 *
 * @param url the JDBC URL for the library's own pool; {@code null} if a data source is used
 * @param user its user, {@code null} for none
 * @param password its password, {@code null} for none
 * @param poolSize how many connections and calls at once, 1 to 1,000
 * @param dataSource the JNDI name of the server's data source; {@code null} if a URL is used
 * @param timeout how long a call waits for the database in all, 100 ms to 1 min
 * @param createTables whether missing tables are created
 * @param signingKeyTable name of the table of keys
 * @param refreshTokensTable name of the table of sessions
 * @param embedded whether neither URL nor data source was given, so that H2 runs inside
 */
public record DatabaseConfig(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    int poolSize,
    @Nullable String dataSource,
    Duration timeout,
    boolean createTables,
    String signingKeyTable,
    String refreshTokensTable,
    boolean embedded) {

  /**
   * The driver class for the URL, loaded by name since a server's {@code DriverManager} does not
   * see into a WAR; {@code null} for a data source.
   */
  public @Nullable String driver() {
    return url == null ? null : driverOf(url);
  }

  static @Nullable String driverOf(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("jdbc:mysql:")
        ? "com.mysql.cj.jdbc.Driver"
        : lower.startsWith("jdbc:mariadb:")
            ? "org.mariadb.jdbc.Driver"
            : lower.startsWith("jdbc:h2:") ? "org.h2.Driver" : null;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabaseConfig[" + (dataSource != null ? dataSource : url) + "]";
  }
}
