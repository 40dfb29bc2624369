package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.core.ExpiredSessionRemoval.Removal;
import org.symbolon.store.ExpiredSession;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** The scheduled clean-up, on any database; under load in {@link CleanupUnderLoadContract}. */
abstract class ExpiredSessionRemovalContract {
  private final SettableClock clock = new SettableClock();
  private final Instant now = clock.instant();
  private Map<String, String> database;
  private SessionRows rows;
  private TestNode node;

  abstract TestServer server();

  @BeforeEach
  void start() {
    database =
        TestNode.with(server().freshDatabase(), Map.of("symbolon.database.timeout", "PT30S"));
    node = new TestNode(database, clock);
    node.manager.handles(UserId.of("anyone")); // makes the tables
    rows = new SessionRows(database);
    node.statements.clear();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void thousands_of_expired_sessions_go_batch_by_batch_and_the_living_stay() throws Exception {
    rows.insert("old", 3000, now.minus(Duration.ofDays(3)));
    rows.insert("living", 500, now.plusMillis(1));
    assertThat(node.removal.run()).isEqualTo(new Removal(3000, null));
    assertThat(rows.handles()).hasSize(500).allMatch(handle -> handle.startsWith("living"));
    assertThat(node.statements.stream().filter(sql -> sql.startsWith("select")))
        .as("30 full batches and an empty one")
        .hasSize(31)
        .allMatch(sql -> sql.matches(".* (limit|fetch first) \\?.*"));
    assertThat(node.statements.stream().filter(sql -> sql.startsWith("delete")))
        .hasSize(3000)
        .allMatch(sql -> sql.contains("session_handle=?") && sql.contains("expires_at<=?"));
    assertThat(expired(node)).hasSize(3000).doesNotHaveDuplicates();
    assertThat(node.events)
        .hasSize(3000)
        .contains(
            new SessionEvent.Expired(new SessionHandle("old-0"), UserId.of("user-of-old-0"), now));
  }

  @Test
  void a_session_ends_at_its_very_millisecond() throws Exception {
    rows.insert("ended", 1, now);
    rows.insert("living", 1, now.plusMillis(1));
    assertThat(node.removal.run().removed()).isEqualTo(1);
    assertThat(rows.handles()).containsExactly("living-0");
    clock.advance(Duration.ofMillis(1));
    assertThat(node.removal.run().removed()).isEqualTo(1);
    assertThat(node.removal.run()).isEqualTo(new Removal(0, null));
  }

  @Test
  void those_that_ended_first_go_first() throws Exception {
    for (int i = 0; i < 5; i++) {
      rows.insert("day" + i, 1, now.minus(Duration.ofDays(i)));
    }
    assertThat(node.store.expired(now, 3))
        .extracting(ExpiredSession::handle)
        .extracting(SessionHandle::value)
        .containsExactly("day4-0", "day3-0", "day2-0");
  }

  @Test
  void two_nodes_at_once_announce_each_session_once() throws Exception {
    rows.insert("old", 1500, now.minusSeconds(1));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TestNode other = new TestNode(database, clock)) {
      other.manager.handles(UserId.of("anyone"));
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Removal>> runs = new ArrayList<>();
      for (TestNode each : List.of(node, other)) {
        runs.add(
            () -> {
              start.await();
              return each.removal.run();
            });
      }
      int removed = 0;
      for (var run : threads.invokeAll(runs)) {
        assertThat(run.get().failure()).isNull();
        removed += run.get().removed();
      }
      assertThat(removed).isEqualTo(1500);
      assertThat(Stream.concat(expired(node).stream(), expired(other).stream()))
          .hasSize(1500)
          .doesNotHaveDuplicates();
      assertThat(rows.handles()).isEmpty();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_session_that_was_prolonged_after_it_was_found_is_not_deleted() throws Exception {
    rows.insert("old", 2, now.minusSeconds(1));
    SessionHandle prolonged = new SessionHandle("old-0");
    assertThat(node.store.expired(now, 10)).hasSize(2);
    assertThat(node.store.promote(prolonged, "hash", "new", now.plusSeconds(60))).isTrue();
    assertThat(node.store.deleteExpired(prolonged, now)).isFalse();
    assertThat(node.store.deleteExpired(new SessionHandle("old-1"), now)).isTrue();
    assertThat(node.store.deleteExpired(new SessionHandle("old-1"), now)).isFalse();
    assertThat(rows.handles()).containsExactly("old-0");
  }

  @Test
  void the_database_is_asked_for_its_time() {
    node.statements.clear();
    assertThat(node.database.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(node.statements).hasSize(1);
  }

  private static List<SessionHandle> expired(TestNode node) {
    return node.events.stream()
        .filter(SessionEvent.Expired.class::isInstance)
        .map(SessionEvent::handle)
        .toList();
  }
}
