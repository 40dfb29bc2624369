package org.symbolon.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.Set;

/**
 * Tells the pool which connections are lost. It knows some by their SQL state; H2, and who knows
 * which driver else, says it by the class of the exception only, and its broken connections would
 * come back for as long as they are asked for twice a second. Likewise a connection to a server
 * that writes nothing any more, since another one has taken over: only a new connection finds that
 * one.
 */
final class LostConnections implements SQLExceptionOverride {

  /**
   * MySQL: {@code ER_OPTION_PREVENTS_STATEMENT} (read_only), {@code
   * ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION}, {@code ER_READ_ONLY_MODE}, {@code
   * ER_INNODB_READ_ONLY}.
   */
  private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836, 1874);

  /** SQL standard: invalid transaction state, read-only transaction. */
  private static final String READ_ONLY_STATE = "25006";

  private static boolean isReadOnly(SQLException failure) {
    return READ_ONLY.contains(failure.getErrorCode())
        || READ_ONLY_STATE.equals(failure.getSQLState());
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return failure instanceof SQLNonTransientConnectionException
            || failure instanceof SQLRecoverableException
            || isReadOnly(failure)
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
