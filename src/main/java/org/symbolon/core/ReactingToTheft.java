package org.symbolon.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException;
import org.symbolon.SessionHandle;
import org.symbolon.config.TheftReaction;
import org.symbolon.log.LimitedLog;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;

/**
 * What a theft brings about. The row that told of it goes last: as long as it is there, the stolen
 * token tells of the theft again, so that what the database cut short is resumed.
 */
final class ReactingToTheft {
  private static final System.Logger LOG = System.getLogger(ReactingToTheft.class.getName());
  private static final int MOST_UNFINISHED = 1000;
  private static final int MOST_GOING = 10_000;
  private static final Duration AGAIN_AFTER = Duration.ofHours(1);

  private final TheftReaction reaction;
  private final SessionStore store;
  private final SessionEvents events;

  /** Sessions whose theft this node has announced already, though it is not over. */
  private final Cache<SessionHandle, Boolean> unfinished =
      Caffeine.newBuilder().maximumSize(MOST_UNFINISHED).build();

  /** Sessions that go on in spite of a theft, and what was announced of them last. */
  private final Cache<SessionHandle, Announced> going =
      Caffeine.newBuilder().maximumSize(MOST_GOING).build();

  private final LimitedLog goingLog = new LimitedLog(LOG, System::nanoTime);

  /** Until the session moves on or an hour is over, whoever repeats a token tells nothing new. */
  private record Announced(String hash2, Instant at) {
    boolean covers(StoredSession row, Instant now) {
      return hash2.equals(row.hash2()) && now.isBefore(at.plus(AGAIN_AFTER));
    }
  }

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
    if (reaction == TheftReaction.NONE) {
      if (isNews(row, now)) {
        announce(row, now);
      }
      return true;
    }
    try {
      boolean hit = isRevoked(row, now);
      if (hit) {
        if (unfinished.asMap().remove(row.handle()) == null) {
          announce(row, now);
        }
        announceRevoked(row.handle(), row, now);
      }
      return hit;
    } catch (SessionException e) {
      if (unfinished.asMap().putIfAbsent(row.handle(), true) == null) {
        announce(row, now);
      }
      throw e;
    }
  }

  /** For one of those who ask at once. */
  private boolean isNews(StoredSession row, Instant now) {
    Announced known = going.getIfPresent(row.handle());
    Announced next = new Announced(row.hash2(), now);
    return known == null
        ? going.asMap().putIfAbsent(row.handle(), next) == null
        : !known.covers(row, now) && going.asMap().replace(row.handle(), known, next);
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
    return store.deleteIf(row.handle(), row.hash2());
  }

  private void announce(StoredSession row, Instant now) {
    String line = "token theft detected: session {0} of user {1}; reaction: {2}";
    if (reaction == TheftReaction.NONE) {
      goingLog.log(Level.WARNING, line, row.handle(), row.userId(), reaction);
    } else {
      // each costs a session, so nobody has many of them
      LOG.log(Level.WARNING, line, row.handle(), row.userId(), reaction);
    }
    events.announce(new SessionEvent.TheftDetected(row.handle(), row.userId(), now));
  }

  private void announceRevoked(SessionHandle handle, StoredSession row, Instant now) {
    events.announce(new SessionEvent.Revoked(handle, row.userId(), now));
  }
}
