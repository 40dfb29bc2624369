package org.symbolon.store;

import java.time.Instant;
import java.util.List;
import org.symbolon.SessionHandle;

/** What the clean-up needs of the table of sessions; like {@link SessionStore} for the rest. */
public interface ExpiredSessions {

  /**
   * Sessions whose end is not after {@code now}, those that ended first at the head. One statement.
   *
   * @param limit how many at most
   */
  List<ExpiredSession> expired(Instant now, int limit);

  /**
   * Deletes a session if its end is still not after {@code now}. One statement.
   *
   * @return whether there was one
   */
  boolean deleteExpired(SessionHandle handle, Instant now);
}
