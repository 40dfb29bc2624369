package org.symbolon.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.concurrent.TimeUnit;
import org.symbolon.SessionStoreException;

/**
 * A pool's settings without those of the server: the constructor reads the file that the system
 * property {@code hikaricp.configurationFile} names, which is meant for pools of others, and whose
 * {@code autoCommit=false} would lose each row.
 */
final class OwnPool {
  private OwnPool() {}

  static HikariConfig settings() {
    HikariConfig config = read();
    config.setAutoCommit(true);
    config.setReadOnly(false);
    config.setIsolateInternalQueries(false);
    config.setAllowPoolSuspension(false);
    config.setRegisterMbeans(false);
    config.setCatalog(null);
    config.setSchema(null);
    config.setConnectionInitSql(null);
    config.setConnectionTestQuery(null);
    config.setTransactionIsolation(null);
    config.setDataSource(null);
    config.setDataSourceClassName(null);
    config.setDataSourceJNDI(null);
    config.getDataSourceProperties().clear();
    config.getHealthCheckProperties().clear();
    config.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    config.setMaxLifetime(TimeUnit.MINUTES.toMillis(30));
    config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(2));
    config.setLeakDetectionThreshold(0);
    // no connection is needed at the start
    config.setInitializationFailTimeout(-1);
    config.setCredentialsProvider(null);
    config.setThreadFactory(null);
    config.setScheduledExecutor(null);
    config.setMetricRegistry(null);
    config.setMetricsTrackerFactory(null);
    config.setHealthCheckRegistry(null);
    return config;
  }

  private static HikariConfig read() {
    try {
      return new HikariConfig();
    } catch (RuntimeException e) {
      throw new SessionStoreException(
          "the file of the system property hikaricp.configurationFile = "
              + System.getProperty("hikaricp.configurationFile")
              + " cannot be used: "
              + e.getMessage()
              + "; nothing of it is taken, but HikariCP reads it for each pool",
          e);
    }
  }
}
