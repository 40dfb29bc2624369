package org.symbolon.key;

/** The rows as they stand in the table, which can also be rewritten. */
interface KeyRows extends SigningKeyStore {

  /**
   * Replaces the row's value, if it still is what it was. One statement.
   *
   * @return whether it was
   */
  boolean replaceValue(Row row, String value);
}
