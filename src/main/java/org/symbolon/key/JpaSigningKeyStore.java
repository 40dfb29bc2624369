package org.symbolon.key;

import java.util.List;
import org.hibernate.StatelessSession;
import org.symbolon.database.Database;

/** The table of keys by way of Hibernate. */
public final class JpaSigningKeyStore implements KeyRows {
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

  /**
   * Not by catching a duplicate: Hibernate would log that as an error at every start of a fleet.
   */
  private static int insert(StatelessSession session, Row row) {
    return session
        .createMutationQuery(
            "insert into SigningKey (name, value, createdAt) values (:name, :value, :createdAt)"
                + " on conflict do nothing")
        .setParameter("name", row.name())
        .setParameter("value", row.value())
        .setParameter("createdAt", row.createdAt().toEpochMilli())
        .executeUpdate();
  }

  @Override
  public boolean replace(Row row, Row by) {
    return database.call(
            "rewrite a key",
            session ->
                session
                    .createMutationQuery(
                        "update SigningKey set value = :value, createdAt = :createdAt"
                            + " where name = :name and value = :old")
                    .setParameter("value", by.value())
                    .setParameter("createdAt", by.createdAt().toEpochMilli())
                    .setParameter("name", row.name())
                    .setParameter("old", row.value())
                    .executeUpdate())
        == 1;
  }

  @Override
  public boolean deleteIfUnchanged(Row row) {
    return database.call(
            "delete a key",
            session ->
                session
                    .createMutationQuery(
                        "delete from SigningKey where name = :name and value = :value")
                    .setParameter("name", row.name())
                    .setParameter("value", row.value())
                    .executeUpdate())
        == 1;
  }
}
