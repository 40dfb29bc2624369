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
    private static final String WITHHELD = "withheld";

    /** The row with another value. */
    Row with(String newValue) {
      return new Row(name, newValue, createdAt);
    }

    /** The row without its value, which cannot be read here, as has been said already. */
    Row withheld() {
      return with(WITHHELD);
    }

    boolean isWithheld() {
      return value.equals(WITHHELD);
    }

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
