package org.symbolon.cdi;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that keep no server from stopping, and see the classes of the application that the
 * library is part of, whichever request or deployment happens to start them.
 */
final class DaemonThreads {
  private DaemonThreads() {}

  /** One that goes away while it has nothing to do. */
  static ExecutorService one(String name) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
      return thread;
    };
  }
}
