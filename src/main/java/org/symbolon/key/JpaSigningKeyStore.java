package org.symbolon.key;

import java.util.List;
import org.hibernate.StatelessSession;
import org.symbolon.database.Database;

/** The table of keys by way of Hibernate. */
public final class JpaSigningKeyStore implements SigningKeyStore {
  private final Database database;

  /** On this database, which must map {@link SigningKeyEntity}. */
  public JpaSigningKeyStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Row> loadAll() {
    return database.call(
        "load the keys",
        session -> {
          database.measureClock(session);
          return session
              .createSelectionQuery("from SigningKey", SigningKeyEntity.class)
              .getResultStream()
              .map(SigningKeyEntity::toRow)
              .toList();
        });
  }

  @Override
  public void insertIfAbsent(Row row) {
    database.call("create a key", session -> insert(session, row));
  }

  private static boolean insert(StatelessSession session, Row row) {
    try {
      session.insert(new SigningKeyEntity(row));
      return true;
    } catch (RuntimeException e) {
      if (Database.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }
}
