package org.symbolon.observability;

import java.time.Instant;
import java.util.List;
import org.symbolon.SessionHandle;
import org.symbolon.store.ExpiredSession;
import org.symbolon.store.ExpiredSessions;

/** Measures the calls of the clean-up. */
final class MeteredExpiredSessions implements ExpiredSessions {
  private final ExpiredSessions store;
  private final StoreMeter meter;

  MeteredExpiredSessions(ExpiredSessions store, StoreMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  @Override
  public List<ExpiredSession> expired(Instant now, int limit) {
    return meter.call(StoreOperation.FIND_EXPIRED, () -> store.expired(now, limit));
  }

  @Override
  public boolean deleteExpired(SessionHandle handle, Instant now) {
    return meter.call(StoreOperation.DELETE_EXPIRED, () -> store.deleteExpired(handle, now));
  }
}
