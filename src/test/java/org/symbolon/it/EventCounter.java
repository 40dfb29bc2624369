package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.SessionEvent;

/** How often a session's new tokens were used for the first time. */
@ApplicationScoped
public class EventCounter {
  private final AtomicInteger promotions = new AtomicInteger();

  void count(@Observes SessionEvent.Promoted event) {
    promotions.incrementAndGet();
  }

  public int promotions() {
    return promotions.get();
  }
}
