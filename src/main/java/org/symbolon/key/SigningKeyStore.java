package org.symbolon.key;

import java.time.Instant;
import java.util.List;

/** The table {@code signing_key}. Failures are {@code SessionStoreException}. */
public interface SigningKeyStore {

  /**
   * A row.
   *
   * @param name {@code key_name}
   * @param value {@code key_value}
   * @param createdAt {@code created_at_time}
   */
  record Row(String name, String value, Instant createdAt) {
    @Override
    public String toString() {
      return "Row[" + name + "]";
    }
  }

  /** All rows; measures the database's clock in passing. Two statements. */
  List<Row> loadAll();

  /** Inserts the row, unless one of that name exists. One statement. */
  void insertIfAbsent(Row row);

  /**
   * Deletes the row, unless it is gone or holds another value by now. One statement.
   *
   * @return whether it was deleted
   */
  boolean deleteIfUnchanged(Row row);
}
