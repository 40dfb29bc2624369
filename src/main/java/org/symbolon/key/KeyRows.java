package org.symbolon.key;

/** The rows as they stand in the table, which can also be rewritten. */
public interface KeyRows extends SigningKeyStore {

  /**
   * Replaces value and moment of creation of the row, if its value still is what it was. One
   * statement.
   *
   * @param by of the same name
   * @return whether it was
   */
  boolean replace(Row row, Row by);
}
