package org.symbolon.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException;
import org.symbolon.SessionHandle;
import org.symbolon.config.TheftReaction;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;

/**
 * What a theft brings about. The row that told of it goes last: as long as it is there, the stolen
 * token tells of the theft again, so that what the database cut short is resumed.
 */
final class ReactingToTheft {
  private static final System.Logger LOG = System.getLogger(ReactingToTheft.class.getName());
  private static final int MOST_UNFINISHED = 1000;

  private final TheftReaction reaction;
  private final SessionStore store;
  private final SessionEvents events;

  /** Sessions whose theft this node has announced already, though it is not over. */
  private final Cache<SessionHandle, Boolean> unfinished =
      Caffeine.newBuilder().maximumSize(MOST_UNFINISHED).build();

  ReactingToTheft(TheftReaction reaction, SessionStore store, SessionEvents events) {
    this.reaction = reaction;
    this.store = store;
    this.events = events;
  }

  /**
   * Revokes what is configured.
   *
   * @return whether the row was still the one that told of the theft
   * @throws SessionException if the database failed meanwhile; the theft has been announced, since
   *     nobody knows whether its last statement was carried out
   */
  boolean to(StoredSession row, Instant now) {
    try {
      boolean hit = isRevoked(row, now);
      if (hit) {
        if (unfinished.asMap().remove(row.handle()) == null) {
          announce(row, now);
        }
        if (reaction != TheftReaction.NONE) {
          announceRevoked(row.handle(), row, now);
        }
      }
      return hit;
    } catch (SessionException e) {
      if (unfinished.asMap().putIfAbsent(row.handle(), true) == null) {
        announce(row, now);
      }
      throw e;
    }
  }

  private boolean isRevoked(StoredSession row, Instant now) {
    if (reaction == TheftReaction.USER) {
      // one by one, so that each is announced by the node that deleted it, also when it is resumed
      for (SessionHandle other : store.handlesOf(row.userId(), now)) {
        if (!other.equals(row.handle()) && store.delete(other)) {
          announceRevoked(other, row, now);
        }
      }
    }
    return reaction == TheftReaction.NONE || store.deleteIf(row.handle(), row.hash2());
  }

  private void announce(StoredSession row, Instant now) {
    LOG.log(
        Level.WARNING,
        "token theft detected: session {0} of user {1}; reaction: {2}",
        row.handle(),
        row.userId(),
        reaction);
    events.announce(new SessionEvent.TheftDetected(row.handle(), row.userId(), now));
  }

  private void announceRevoked(SessionHandle handle, StoredSession row, Instant now) {
    events.announce(new SessionEvent.Revoked(handle, row.userId(), now));
  }
}
