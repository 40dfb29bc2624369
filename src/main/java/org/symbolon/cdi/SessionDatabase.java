package org.symbolon.cdi;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.database.Database;
import org.symbolon.database.SteadyClock;
import org.symbolon.key.SigningKeyEntity;
import org.symbolon.store.SessionEntity;

/** The database with both tables, under the names that are configured. */
public final class SessionDatabase {
  private SessionDatabase() {}

  /**
   * Neither connects nor starts Hibernate yet.
   *
   * @param decorator wraps the data source, say to watch it; the identity if nothing is to be seen
   */
  public static Database of(DatabaseConfig config, UnaryOperator<DataSource> decorator) {
    return new Database(
        config,
        new SteadyClock(InstantSource.system()),
        Map.of(
            SessionEntity.TABLE, config.refreshTokensTable(),
            SigningKeyEntity.TABLE, config.signingKeyTable()),
        List.of(SessionEntity.class, SigningKeyEntity.class),
        decorator);
  }
}
