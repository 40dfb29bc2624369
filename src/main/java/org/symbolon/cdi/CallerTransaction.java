package org.symbolon.cdi;

import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The transaction that the application has begun on this thread, if any; never one of ours. What is
 * to run in one of its phases runs there (Jakarta CDI, transactional observer methods).
 */
final class CallerTransaction {
  private static final System.Logger LOG = System.getLogger(CallerTransaction.class.getName());
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  private final Supplier<@Nullable TransactionSynchronizationRegistry> registry;

  CallerTransaction(Supplier<@Nullable TransactionSynchronizationRegistry> registry) {
    this.registry = registry;
  }

  /** As the server has them; on one without any, everything runs at once. */
  static CallerTransaction ofServer() {
    return new CallerTransaction(CallerTransaction::lookUp);
  }

  /**
   * Runs it in that phase; at once if there is no transaction. If there is one that takes no more
   * such tasks (it will be rolled back, say) at once as well, but never as after a success.
   */
  void run(TransactionPhase phase, Runnable task) {
    TransactionSynchronizationRegistry transactions = registry.get();
    if (transactions == null || !isUnderWay(transactions.getTransactionStatus())) {
      task.run();
    } else if (!register(transactions, new Task(phase, task))
        && phase != TransactionPhase.AFTER_SUCCESS) {
      task.run();
    }
  }

  private static boolean isUnderWay(int status) {
    return status != Status.STATUS_NO_TRANSACTION
        && status != Status.STATUS_COMMITTED
        && status != Status.STATUS_ROLLEDBACK;
  }

  private static boolean register(TransactionSynchronizationRegistry transactions, Task task) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return false;
    }
    try {
      transactions.registerInterposedSynchronization(task);
      return true;
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "the transaction has just ended", e);
      return false;
    }
  }

  private record Task(TransactionPhase phase, Runnable task) implements Synchronization {
    @Override
    public void beforeCompletion() {
      if (phase == TransactionPhase.BEFORE_COMPLETION) {
        task.run();
      }
    }

    @Override
    public void afterCompletion(int status) {
      boolean success = status == Status.STATUS_COMMITTED;
      if (phase == TransactionPhase.AFTER_COMPLETION
          || phase == (success ? TransactionPhase.AFTER_SUCCESS : TransactionPhase.AFTER_FAILURE)) {
        task.run();
      }
    }
  }

  @SuppressWarnings("BanJNDI") // the name is a constant
  private static @Nullable TransactionSynchronizationRegistry lookUp() {
    try {
      return InitialContext.doLookup(REGISTRY);
    } catch (NamingException e) {
      LOG.log(Level.DEBUG, "no transactions here", e);
      return null;
    }
  }
}
