package org.symbolon.observability;

import org.symbolon.SessionEvent;
import org.symbolon.core.SessionEvents;

/** Counts what is announced, and passes it on. */
final class MeteredEvents implements SessionEvents {
  private final SessionEvents events;
  private final Instruments instruments;
  private final RefreshTrail trail;

  MeteredEvents(SessionEvents events, Instruments instruments, RefreshTrail trail) {
    this.events = events;
    this.instruments = instruments;
    this.trail = trail;
  }

  @Override
  public void announce(SessionEvent event) {
    trail.saw(event);
    instruments.count(Series.of(metric(event)), 1);
    events.announce(event);
  }

  private static Metric metric(SessionEvent event) {
    if (event instanceof SessionEvent.Created) {
      return Metric.CREATED;
    } else if (event instanceof SessionEvent.Refreshed) {
      return Metric.REFRESHED;
    } else if (event instanceof SessionEvent.Promoted) {
      return Metric.PROMOTED;
    } else if (event instanceof SessionEvent.Revoked) {
      return Metric.REVOKED;
    } else if (event instanceof SessionEvent.Expired) {
      return Metric.EXPIRED;
    } else if (event instanceof SessionEvent.TheftDetected) {
      return Metric.THEFT;
    }
    return Metric.REPEAT;
  }
}
