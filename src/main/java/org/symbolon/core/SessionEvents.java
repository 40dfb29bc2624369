package org.symbolon.core;

import org.symbolon.SessionEvent;

/** Where events go. Must not throw. */
@FunctionalInterface
public interface SessionEvents {

  /** Announces what has happened. */
  void announce(SessionEvent event);
}
