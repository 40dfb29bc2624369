package org.symbolon.store;

/**
 * Binds user id and payload of a row to its session, by what it adds to the text of the column
 * {@code jwt_user_payload}. Texts are those of the columns, character for character; that of a
 * payload which was never given is empty. Safe for all threads.
 */
public interface RowSeal {
  /** Adds nothing, and asks for nothing. */
  RowSeal NONE =
      new RowSeal() {
        @Override
        public String seal(String handle, String userId, String payload) {
          return payload;
        }

        @Override
        public Reading open(String handle, String userId, String column) {
          return new Genuine(column, true);
        }
      };

  /**
   * The text for the column.
   *
   * @throws org.symbolon.SessionStoreException if there is no key to be had
   */
  String seal(String handle, String userId, String payload);

  /**
   * Reads the column.
   *
   * @throws org.symbolon.SessionStoreException if it cannot be told at the moment whether the seal
   *     is genuine
   */
  Reading open(String handle, String userId, String column);

  /** What came of it. */
  sealed interface Reading {}

  /**
   * The row may be used.
   *
   * @param payload without the seal
   * @param isSettled whether the row is written as this node would write it
   */
  record Genuine(String payload, boolean isSettled) implements Reading {
    /** Not the payload. */
    @Override
    public String toString() {
      return "Genuine[" + isSettled + "]";
    }
  }

  /** The row counts as none: somebody else has written it, or there is no telling. */
  record Refused() implements Reading {}
}
