package org.symbolon.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The readiness of a node is asked for by anybody, and must be no load. */
class NodeHealthTest {
  private static final NodeHealth.Report UP = new NodeHealth.Report(true, Map.of());

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void stop() {
    answer.countDown();
    thread.shutdownNow();
  }

  @Test
  void all_who_ask_within_a_second_share_an_answer() {
    NodeHealth node = node(Duration.ofSeconds(5));
    answer.countDown();
    for (int i = 0; i < 1000; i++) {
      assertThat(node.report()).isEqualTo(UP);
    }
    assertThat(asked).hasValue(1);
    nanos.addAndGet(Duration.ofMillis(1001).toNanos());
    node.report();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_database_that_is_silent_is_waited_for_as_long_as_its_calls_and_not_asked_again() {
    NodeHealth node = node(Duration.ofMillis(100));
    assertThat(node.report().isReady()).isFalse();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(node.report().data()).containsEntry("database", "no answer in PT0.1S");
    assertThat(asked).hasValue(1);
  }

  @Test
  void nobody_waits_longer_than_two_seconds() {
    long begin = System.nanoTime();
    assertThat(node(Duration.ofMinutes(1)).report().data())
        .containsEntry("database", "no answer in PT2S");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void whatever_is_thrown_it_is_only_not_ready() {
    NodeHealth node =
        new NodeHealth(
            () -> {
              throw new IllegalStateException("secret");
            },
            Duration.ofSeconds(5),
            thread,
            nanos::get);
    assertThat(node.report()).isEqualTo(new NodeHealth.Report(false, Map.of("database", "failed")));
    thread.shutdownNow();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(node.report().isReady()).isFalse();
  }

  private NodeHealth node(Duration timeout) {
    return new NodeHealth(
        () -> {
          asked.incrementAndGet();
          try {
            answer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return UP;
        },
        timeout,
        thread,
        nanos::get);
  }
}
