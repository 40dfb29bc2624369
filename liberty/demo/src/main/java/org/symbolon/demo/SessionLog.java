package org.symbolon.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.symbolon.SessionEvent;

/** Writes down everything that happens to a session. */
@ApplicationScoped
public class SessionLog {
  private static final Logger LOG = System.getLogger(SessionLog.class.getName());

  void note(@Observes SessionEvent event) {
    Level level = event instanceof SessionEvent.TheftDetected ? Level.WARNING : Level.INFO;
    LOG.log(level, "{0}", event);
  }
}
