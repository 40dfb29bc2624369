package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.SessionStoreException;
import org.symbolon.UserId;
import org.symbolon.core.ExpiredSessionRemoval.Removal;
import org.symbolon.store.ExpiredSession;
import org.symbolon.store.ExpiredSessions;
import org.symbolon.testing.SettableClock;

/** How a run ends. */
class ExpiredSessionRemovalTest {
  private final SettableClock clock = new SettableClock();
  private final List<SessionEvent> events = new ArrayList<>();
  private final List<String> table = new ArrayList<>();
  private int deletesUntilFailure = Integer.MAX_VALUE;
  private boolean othersAreFaster;
  private int batches;

  @Test
  void a_failure_ends_the_run_and_the_next_one_goes_on() {
    fill(250);
    deletesUntilFailure = 120;
    Removal first = removal().run();
    assertThat(first.removed()).isEqualTo(120);
    assertThat(first.failure()).isInstanceOf(SessionStoreException.class);
    assertThat(events).hasSize(120);
    deletesUntilFailure = Integer.MAX_VALUE;
    assertThat(removal().run()).isEqualTo(new Removal(130, null));
    assertThat(events).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void a_database_that_does_not_tell_its_time_ends_the_run_before_anything_is_deleted() {
    fill(3);
    SessionStoreException down = new SessionStoreException("down", null);
    Removal removal =
        new ExpiredSessionRemoval(
                store(),
                () -> {
                  throw down;
                },
                events::add)
            .run();
    assertThat(removal).isEqualTo(new Removal(0, down));
    assertThat(table).hasSize(3);
  }

  @Test
  void where_another_node_is_faster_the_run_ends() {
    fill(250);
    othersAreFaster = true;
    assertThat(removal().run()).isEqualTo(new Removal(0, null));
    assertThat(batches).isEqualTo(1);
    assertThat(events).isEmpty();
  }

  private void fill(int count) {
    IntStream.range(0, count).forEach(i -> table.add("old-" + i));
  }

  private ExpiredSessionRemoval removal() {
    return new ExpiredSessionRemoval(store(), clock, events::add);
  }

  private ExpiredSessions store() {
    return (ExpiredSessions)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ExpiredSessions.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "expired" -> expired((Instant) arguments[0], (int) arguments[1]);
                  case "deleteExpired" -> delete((SessionHandle) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<ExpiredSession> expired(Instant now, int limit) {
    assertThat(now).isEqualTo(clock.instant());
    batches++;
    return table.stream()
        .limit(limit)
        .map(handle -> new ExpiredSession(new SessionHandle(handle), UserId.of("u")))
        .toList();
  }

  private boolean delete(SessionHandle handle) {
    if (deletesUntilFailure-- == 0) {
      throw new SessionStoreException("down, on purpose", null);
    }
    return table.remove(handle.value()) && !othersAreFaster;
  }
}
