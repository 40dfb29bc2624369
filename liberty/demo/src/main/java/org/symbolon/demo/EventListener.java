package org.symbolon.demo;

import jakarta.json.JsonObject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One page that listens. Its events wait in a queue and go out on a thread of its own, so a page
 * that reads slowly holds up nobody; one that is too far behind, or gone, is dropped.
 */
final class EventListener implements Runnable {
  private static final int MOST_WAITING = 200;
  private static final long HEARTBEAT_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 10;

  private final SseEventSink sink;
  private final Sse sse;
  private final BlockingQueue<JsonObject> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean behind;

  EventListener(SseEventSink sink, Sse sse) {
    this.sink = sink;
    this.sse = sse;
  }

  /** Never waits. */
  void offer(JsonObject event) {
    if (!waiting.offer(event)) {
      behind = true;
    }
  }

  /** Returns when the page is gone, or too slow. */
  @Override
  public void run() {
    try (sink) {
      send(sse.newEventBuilder().comment("listening").build());
      while (!behind && !sink.isClosed()) {
        JsonObject event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        // without a heartbeat a page that left in silence would be noticed at the next event only
        send(
            event == null
                ? sse.newEventBuilder().comment("heartbeat").build()
                : sse.newEvent(event.toString()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      // gone: nobody is left who could be told
    }
  }

  private void send(OutboundSseEvent event)
      throws ExecutionException, InterruptedException, TimeoutException {
    sink.send(event).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
