package org.symbolon.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;

/**
 * Tells the pool which connections are lost. It knows some by their SQL state; H2, and who knows
 * which driver else, says it by the class of the exception only, and its broken connections would
 * come back for as long as they are asked for twice a second.
 */
final class LostConnections implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return failure instanceof SQLNonTransientConnectionException
            || failure instanceof SQLRecoverableException
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
