package org.symbolon.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.symbolon.core.ExpiredSessionRemoval;
import org.symbolon.store.ExpiredSessions;

class ScheduledCleanupTest {
  private final CountDownLatch looked = new CountDownLatch(2);

  @Test
  void it_runs_on_one_daemon_thread_that_sees_the_library_and_ends_with_it() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (ScheduledCleanup cleanup = start("* * * * * *")) {
      assertThat(cleanup).isNotNull();
      Thread.currentThread().setContextClassLoader(before);
      assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(threads())
          .singleElement()
          .satisfies(
              thread -> {
                assertThat(thread.isDaemon()).isTrue();
                assertThat(thread.getContextClassLoader())
                    .isSameAs(ScheduledCleanup.class.getClassLoader());
              });
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    for (Thread ending : threads()) {
      ending.join(10_000); // an executor counts as terminated a moment before its thread has ended
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void without_a_schedule_there_is_no_thread() {
    assertThat(start(null)).isNull();
    assertThat(threads()).isEmpty();
  }

  private ScheduledCleanup start(String schedule) {
    ExpiredSessions store =
        (ExpiredSessions)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ExpiredSessions.class},
                (proxy, method, arguments) -> {
                  looked.countDown();
                  return List.of();
                });
    return ScheduledCleanup.start(
        schedule,
        InstantSource.system(),
        new SplittableRandom(),
        new ExpiredSessionRemoval(store, InstantSource.system(), event -> {}));
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ScheduledCleanup.THREAD))
        .toList();
  }
}
