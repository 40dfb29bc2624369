package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** What happens at once, on several nodes, with real threads and the real clock. */
abstract class RotationRacesContract {
  private static final UserId ALICE = UserId.of("alice");
  private static final int THREADS = 100;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Map<String, String> database;
  private TestNode first;
  private TestNode second;

  abstract TestServer server();

  @BeforeEach
  void start() {
    database =
        TestNode.with(
            server().freshDatabase(),
            Map.of(
                "symbolon.database.timeout",
                "PT30S",
                // however slow the machine: what is meant to come at once stays within the leeway
                "symbolon.refresh-token.leeway",
                "PT2M"));
    first = new TestNode(database, InstantSource.system());
    second = new TestNode(database, InstantSource.system());
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    first.close();
    second.close();
  }

  /** Keycloak 45647: check-then-act on reuse. */
  @Test
  void a_hundred_threads_on_two_nodes_with_one_token_all_get_on_and_the_row_changes_once()
      throws Exception {
    SessionTokens child = refresh(first, first.manager.create(ALICE, null, null));
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<SessionTokens>> refreshes = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      TestNode node = i % 2 == 0 ? first : second;
      refreshes.add(
          () -> {
            start.await();
            return refresh(node, child);
          });
    }
    Set<String> distinct = new HashSet<>();
    List<SessionTokens> answers = new ArrayList<>();
    for (Future<SessionTokens> answer : threads.invokeAll(refreshes)) {
      answers.add(answer.get());
      distinct.add(answer.get().refreshToken().value());
    }
    assertThat(distinct).as("one child for each slot of a minute").hasSizeLessThanOrEqualTo(2);
    long promotions =
        first.statements.stream().filter(sql -> sql.startsWith("update")).count()
            + second.statements.stream().filter(sql -> sql.startsWith("update")).count();
    assertThat(promotions).isGreaterThanOrEqualTo(1);
    assertThat(promotedEvents()).isEqualTo(1);
    for (SessionTokens answer : answers) {
      useOrBeToldToRefresh(answer);
      useOrBeToldToRefresh(refresh(first, answer));
    }
    assertThat(theftEvents()).isZero();
  }

  /** The first use of a child by many at once: all succeed (reference behaviour, verify 5). */
  @Test
  void concurrent_first_uses_all_succeed() throws Exception {
    SessionTokens child = refresh(first, first.manager.create(ALICE, null, null));
    List<Callable<Object>> uses = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      TestNode node = i % 2 == 0 ? first : second;
      uses.add(
          () ->
              node.manager.verify(
                  child.accessToken().value(), AntiCsrfCheck.require(child.antiCsrfToken())));
    }
    for (Future<Object> use : threads.invokeAll(uses)) {
      assertThat(use.get()).isNotNull();
    }
    assertThat(promotedEvents()).isEqualTo(1);
  }

  /** Keycloak 49426: rotation state lost at a restart. */
  @Test
  void a_replay_after_a_restart_of_all_nodes_is_theft() {
    SessionTokens login = first.manager.create(ALICE, null, null);
    SessionTokens current = login;
    for (int i = 0; i < 3; i++) {
      current = refresh(first, current);
    }
    first.close();
    second.close();
    first = new TestNode(database, InstantSource.system());
    second = new TestNode(database, InstantSource.system());
    refresh(second, current);
    assertThatThrownBy(() -> refresh(first, login))
        .isInstanceOf(org.symbolon.TokenTheftDetectedException.class);
    SessionTokens ended = current;
    assertThatThrownBy(() -> refresh(second, ended)).isInstanceOf(UnauthorisedException.class);
  }

  /** Keycloak 51312: a refresh against a revocation. */
  @Test
  void after_revoke_returns_no_refresh_token_is_accepted() throws Exception {
    for (int round = 0; round < 30; round++) {
      SessionTokens login = first.manager.create(ALICE, null, null);
      List<SessionTokens> obtained = java.util.Collections.synchronizedList(new ArrayList<>());
      obtained.add(login);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<?> refreshing =
          threads.submit(
              () -> {
                start.await();
                try {
                  for (int i = 0; i < 20; i++) {
                    obtained.add(refresh(second, obtained.get(obtained.size() - 1)));
                  }
                } catch (UnauthorisedException e) {
                  return null;
                }
                return null;
              });
      start.await();
      assertThat(first.manager.revoke(login.session().handle())).isTrue();
      List<SessionTokens> before = List.copyOf(obtained);
      for (SessionTokens tokens : before) {
        assertThatThrownBy(() -> refresh(first, tokens)).isInstanceOf(UnauthorisedException.class);
      }
      refreshing.get();
      for (SessionTokens tokens : obtained) {
        assertThatThrownBy(() -> refresh(first, tokens)).isInstanceOf(UnauthorisedException.class);
      }
    }
    assertThat(theftEvents()).isZero();
  }

  /** The reference's fault 2: a connection held while another one is asked for. */
  @Test
  void a_pool_of_one_connection_is_enough_for_many_at_once() throws Exception {
    try (TestNode small =
        new TestNode(
            TestNode.with(database, Map.of("symbolon.database.pool-size", "1")),
            InstantSource.system())) {
      List<Callable<Object>> acts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        UserId user = UserId.of(i);
        SessionTokens child = refresh(small, small.manager.create(user, null, null));
        acts.add(() -> refresh(small, child));
        acts.add(() -> small.manager.revokeAll(user));
      }
      for (Future<Object> act : threads.invokeAll(acts)) {
        try {
          act.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(UnauthorisedException.class);
        }
      }
    }
  }

  private static SessionTokens refresh(TestNode node, SessionTokens tokens)
      throws SessionException {
    return node.manager.refresh(tokens.refreshToken().value());
  }

  /** Where the clock moved into another slot meanwhile there are siblings, and one of them wins. */
  private void useOrBeToldToRefresh(SessionTokens tokens) {
    try {
      second.manager.verify(
          tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
    } catch (TryRefreshTokenException e) {
      assertThat(refresh(second, tokens).session().userId()).isEqualTo(ALICE);
    }
  }

  private long promotedEvents() {
    return events(org.symbolon.SessionEvent.Promoted.class);
  }

  private long theftEvents() {
    return events(org.symbolon.SessionEvent.TheftDetected.class);
  }

  private long events(Class<?> type) {
    return first.events.stream().filter(type::isInstance).count()
        + second.events.stream().filter(type::isInstance).count();
  }
}
