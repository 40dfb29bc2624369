package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

@Timeout(60)
class EventFeedTest {
  private final EventFeed feed = new EventFeed();

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void a_page_that_does_not_read_holds_up_nobody_and_is_dropped() throws Exception {
    CountDownLatch reads = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Sink stuck =
        new Sink() {
          @Override
          public CompletionStage<?> send(OutboundSseEvent event) {
            awaitQuietly(reads); // as Liberty, whose sending blocks
            return CompletableFuture.completedStage(null);
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };
    Semaphore received = new Semaphore(0);
    Sink reader =
        new Sink() {
          @Override
          public CompletionStage<?> send(OutboundSseEvent event) {
            received.release();
            return CompletableFuture.completedStage(null);
          }
        };
    assertThat(feed.add(new EventListener(stuck, sse()))).isTrue();
    assertThat(feed.add(new EventListener(reader, sse()))).isTrue();
    received.acquire(); // the greeting
    for (int i = 0; i < 300; i++) {
      feed.announce(
          new SessionEvent.Created(new SessionHandle("a"), UserId.of("b"), Instant.EPOCH));
      received.acquire();
    }
    assertThat(closed.getCount()).isOne();
    reads.countDown();
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    while (feed.size() > 1) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_page_that_is_gone_is_forgotten() {
    Sink gone =
        new Sink() {
          @Override
          public CompletionStage<?> send(OutboundSseEvent event) {
            return CompletableFuture.failedStage(new java.io.IOException("gone"));
          }
        };
    assertThat(feed.add(new EventListener(gone, sse()))).isTrue();
    while (feed.size() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void there_is_room_for_so_many_and_no_more() {
    CountDownLatch never = new CountDownLatch(1);
    Sink stuck =
        new Sink() {
          @Override
          public CompletionStage<?> send(OutboundSseEvent event) {
            awaitQuietly(never);
            return CompletableFuture.completedStage(null);
          }
        };
    int listeners = 0;
    while (listeners < 1000 && feed.add(new EventListener(stuck, sse()))) {
      listeners++;
    }
    assertThat(listeners).isEqualTo(64);
    assertThat(feed.size()).isEqualTo(64);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private abstract static class Sink implements SseEventSink {
    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** What it makes is never looked at: each method answers with the like of its own type. */
  private static Sse sse() {
    return fake(Sse.class);
  }

  private static <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> fake(method.getReturnType())));
  }
}
