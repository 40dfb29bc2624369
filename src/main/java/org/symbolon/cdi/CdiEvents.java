package org.symbolon.cdi;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import org.symbolon.SessionEvent;
import org.symbolon.core.SessionEvents;
import org.symbolon.log.ForeignFailure;
import org.symbolon.log.LimitedLog;

/** Sends events to CDI observers, each on its own: one that fails disturbs no other. */
final class CdiEvents implements SessionEvents {
  private static final System.Logger LOG = System.getLogger(CdiEvents.class.getName());
  private static final LimitedLog FAILED = new LimitedLog(LOG, System::nanoTime);

  private final BeanManager beans;
  private final CallerTransaction transaction;

  CdiEvents(BeanManager beans, CallerTransaction transaction) {
    this.beans = beans;
    this.transaction = transaction;
  }

  @Override
  public void announce(SessionEvent event) {
    LOG.log(Level.DEBUG, "{0}", event);
    beans.resolveObserverMethods(event).stream()
        .filter(observer -> !observer.isAsync())
        .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
        .forEach(observer -> notifyInPhase(observer, event));
    try {
      beans.getEvent().select(SessionEvent.class).fireAsync(event);
    } catch (Throwable e) {
      ForeignFailure.survive(e);
      FAILED.log(Level.WARNING, "the asynchronous observers of an event could not be called", e);
    }
  }

  private void notifyInPhase(ObserverMethod<? super SessionEvent> observer, SessionEvent event) {
    TransactionPhase phase = observer.getTransactionPhase();
    if (phase == TransactionPhase.IN_PROGRESS) {
      notify(observer, event);
    } else {
      transaction.run(phase, () -> notify(observer, event));
    }
  }

  private static void notify(ObserverMethod<? super SessionEvent> observer, SessionEvent event) {
    try {
      observer.notify(event);
    } catch (Throwable e) {
      // whatever it is, what is announced has happened, and the client must be told of it
      ForeignFailure.survive(e);
      FAILED.log(Level.WARNING, "an observer of " + event + " failed; nobody else is affected", e);
    }
  }
}
