package org.symbolon.database;

import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionStoreException;

/** Tells the kinds of failure of a statement apart, by SQL state, whatever wraps them. */
final class Failures {
  private static final int MYSQL_INCORRECT_STRING = 1366;

  private Failures() {}

  /** Deadlock or serialization failure: the database asks for a new try (class 40). */
  static boolean isTransient(Throwable failure) {
    SQLException sql = sqlException(failure);
    return sql != null && sql.getSQLState() != null && sql.getSQLState().startsWith("40");
  }

  /** The primary key exists already. */
  static boolean isDuplicate(Throwable failure) {
    SQLException sql = sqlException(failure);
    return failure instanceof ConstraintViolationException
        || (sql != null && sql.getSQLState() != null && sql.getSQLState().startsWith("23"));
  }

  /** The one exception that callers see. */
  static SessionException toSessionException(String act, Throwable failure) {
    if (failure instanceof SessionException known) {
      return known;
    }
    SQLException sql = sqlException(failure);
    if (failure instanceof DataException
        || (sql != null && sql.getErrorCode() == MYSQL_INCORRECT_STRING)) {
      // without the driver's text, which shows columns and values to whoever sent them
      return new SessionRejectedException(act + ": the table cannot hold this value");
    }
    return new SessionStoreException(act + " failed: " + cause(failure), failure);
  }

  private static String cause(Throwable failure) {
    SQLException sql = sqlException(failure);
    Throwable shown = sql != null ? sql : failure;
    return String.valueOf(shown.getMessage());
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    SQLException innermost = null;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        innermost = sql;
      }
    }
    return innermost;
  }
}
