package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.core.ExpiredSessionRemoval.Removal;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** spring-session 1550: the clean-up and the traffic block each other. */
abstract class CleanupUnderLoadContract {
  private static final int USERS = 8;
  private static final int ROUNDS = 40;
  private static final int EXPIRED = 2000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean traffic = new AtomicBoolean(true);
  private final AtomicInteger removed = new AtomicInteger();
  private SessionRows rows;
  private TestNode first;
  private TestNode second;

  abstract TestServer server();

  @BeforeEach
  void start() {
    Map<String, String> database =
        TestNode.with(server().freshDatabase(), Map.of("symbolon.database.timeout", "PT30S"));
    first = new TestNode(database, InstantSource.system());
    second = new TestNode(database, InstantSource.system());
    first.manager.handles(UserId.of("anyone")); // makes the tables
    rows = new SessionRows(database);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    first.close();
    second.close();
  }

  @Test
  void clean_up_does_not_deadlock_with_traffic() throws Exception {
    rows.insert("old", EXPIRED, Instant.now().minus(Duration.ofDays(1)));
    List<Future<Void>> cleanups =
        List.of(threads.submit(() -> cleanUp(first)), threads.submit(() -> cleanUp(second)));
    List<Callable<List<SessionTokens>>> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      int user = i;
      users.add(() -> live(user));
    }
    List<SessionTokens> living = new ArrayList<>();
    for (Future<List<SessionTokens>> user : threads.invokeAll(users)) {
      living.addAll(user.get());
    }
    traffic.set(false);
    for (Future<Void> cleanup : cleanups) {
      cleanup.get();
    }

    assertThat(removed).hasValue(EXPIRED + USERS * ROUNDS);
    assertThat(events(first) + events(second)).isEqualTo(EXPIRED + USERS * ROUNDS);
    assertThat(living).hasSize(USERS * ROUNDS / 2);
    assertThat(rows.handles()).hasSameSizeAs(living);
    for (SessionTokens session : living) {
      assertThat(second.manager.refresh(session.refreshToken().value())).isNotNull();
    }
  }

  /** Logs in, refreshes, and logs out every second time, while other sessions come to their end. */
  private List<SessionTokens> live(int user) throws Exception {
    List<SessionTokens> living = new ArrayList<>();
    TestNode node = user % 2 == 0 ? first : second;
    for (int i = 0; i < ROUNDS; i++) {
      rows.insert("old-" + user + "-" + i, 1, Instant.now());
      SessionTokens login = node.manager.create(UserId.of(user), null, null);
      SessionTokens child = node.manager.refresh(login.refreshToken().value());
      node.manager.verify(child.accessToken().value(), AntiCsrfCheck.skip());
      if (i % 2 == 0) {
        assertThat(node.manager.revoke(child.session().handle())).isTrue();
      } else {
        living.add(child);
      }
    }
    return living;
  }

  /** At least once after the traffic has ended. */
  private Void cleanUp(TestNode node) {
    boolean more = true;
    while (more) {
      more = traffic.get();
      Removal removal = node.removal.run();
      assertThat(removal.failure()).isNull();
      removed.addAndGet(removal.removed());
    }
    return null;
  }

  private static long events(TestNode node) {
    return node.events.stream().filter(SessionEvent.Expired.class::isInstance).count();
  }
}
