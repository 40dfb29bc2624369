package org.symbolon.observability;

/** What is asked of the database. */
enum StoreOperation {
  INSERT("INSERT"),
  FIND("SELECT"),
  PROMOTE("UPDATE"),
  DELETE("DELETE"),
  DELETE_STOLEN("DELETE"),
  LIST("SELECT"),
  DELETE_ALL("DELETE"),
  REPLACE_INFO("UPDATE"),
  REPLACE_PAYLOAD("UPDATE"),
  FIND_EXPIRED("SELECT"),
  DELETE_EXPIRED("DELETE"),
  LOAD_KEYS("SELECT"),
  INSERT_KEY("INSERT"),
  REPLACE_KEY("UPDATE"),
  DELETE_KEY("DELETE");

  private final String verb;

  StoreOperation(String verb) {
    this.verb = verb;
  }

  /** Of the statement that gives it its name. */
  String verb() {
    return verb;
  }

  /** Whether it is about the table of keys, not the one of sessions. */
  boolean isOfKeys() {
    return compareTo(LOAD_KEYS) >= 0;
  }
}
