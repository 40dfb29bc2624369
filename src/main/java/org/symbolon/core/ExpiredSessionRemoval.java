package org.symbolon.core;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException;
import org.symbolon.store.ExpiredSession;
import org.symbolon.store.ExpiredSessions;

/**
 * Deletes the sessions that have expired, and announces each that it deleted itself. Any number of
 * nodes may do this at once, at any load: every statement is a transaction of its own that touches
 * one row by its primary key, so nothing is locked from one statement to the next.
 */
public final class ExpiredSessionRemoval {
  private static final System.Logger LOG = System.getLogger(ExpiredSessionRemoval.class.getName());
  private static final int BATCH = 100;

  private final ExpiredSessions store;
  private final InstantSource database;
  private final SessionEvents events;

  /**
   * What a run did.
   *
   * @param removed how many sessions it deleted
   * @param failure what ended it too early; the next run goes on from there
   */
  public record Removal(int removed, @Nullable SessionException failure) {}

  /**
   * On this store.
   *
   * @param database asked before each batch, so it should ask the database itself: a clock that is
   *     ahead would end living sessions
   */
  public ExpiredSessionRemoval(
      ExpiredSessions store, InstantSource database, SessionEvents events) {
    this.store = store;
    this.database = database;
    this.events = events;
  }

  /** Deletes them batch by batch, a batch of which has at most 100. */
  public Removal run() {
    int removed = 0;
    try {
      Instant now;
      List<ExpiredSession> batch;
      int before;
      do {
        before = removed;
        now = database.instant();
        batch = store.expired(now, BATCH);
        for (ExpiredSession session : batch) {
          if (store.deleteExpired(session.handle(), now)) {
            removed++;
            events.announce(new SessionEvent.Expired(session.handle(), session.userId(), now));
          }
        }
        // a batch of which another node had everything is the sign that it does the work
      } while (batch.size() == BATCH && removed > before);
      LOG.log(
          removed > 0 ? Level.INFO : Level.DEBUG,
          "{0} expired sessions were deleted",
          Integer.toString(removed));
      return new Removal(removed, null);
    } catch (SessionException e) {
      LOG.log(
          Thread.currentThread().isInterrupted() ? Level.DEBUG : Level.WARNING,
          "the clean-up of expired sessions ended early, after {0}; the next one goes on: {1}",
          Integer.toString(removed),
          e.getMessage());
      return new Removal(removed, e);
    }
  }
}
