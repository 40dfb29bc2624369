package org.symbolon.database;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.SessionStoreException;

/**
 * Runs calls on threads of its own: the caller waits a bounded time even if the driver does not,
 * and its transaction is not on these threads.
 */
final class BoundedCalls implements AutoCloseable {
  private static final int MOST_WAITING = 10_000;

  private final ThreadPoolExecutor threads;
  private final Duration timeout;

  BoundedCalls(int size, Duration timeout) {
    this.timeout = timeout;
    AtomicInteger count = new AtomicInteger();
    ClassLoader own = BoundedCalls.class.getClassLoader();
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "symbolon-database-" + count.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(own);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Runs {@code work} and waits for it, at most the configured time in all. */
  <T> T call(String act, Callable<T> work) throws ExecutionException {
    Future<T> future;
    try {
      future = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new SessionStoreException(act + ": too many calls wait for the database", e);
    }
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new SessionStoreException(act + ": no answer from the database in " + timeout, e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new SessionStoreException(act + ": interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
