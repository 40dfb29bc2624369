package org.symbolon.demo;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.symbolon.SessionEvent;

/** Hands every session event to the pages that listen. */
@ApplicationScoped
public class EventFeed {
  private static final int MOST_LISTENERS = 64;

  private final Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, MOST_LISTENERS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), EventFeed::thread);

  /** Whether there was room for one more. Returns at once; the listener leaves by itself. */
  boolean add(EventListener listener) {
    listeners.add(listener);
    try {
      threads.execute(() -> serve(listener));
      return true;
    } catch (RejectedExecutionException e) {
      listeners.remove(listener);
      return false;
    }
  }

  private void serve(EventListener listener) {
    try {
      listener.run();
    } finally {
      listeners.remove(listener);
    }
  }

  /** How many pages listen. */
  int size() {
    return listeners.size();
  }

  void announce(@Observes SessionEvent event) {
    JsonObject json = EventJson.of(event);
    listeners.forEach(listener -> listener.offer(json));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "demo-events");
    thread.setDaemon(true);
    return thread;
  }
}
