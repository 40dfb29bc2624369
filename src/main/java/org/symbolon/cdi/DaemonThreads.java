package org.symbolon.cdi;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that keep no server from stopping, and see the classes of the application that the
 * library is part of, whichever request or deployment happens to start them.
 */
final class DaemonThreads {
  private DaemonThreads() {}

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
      return thread;
    };
  }
}
