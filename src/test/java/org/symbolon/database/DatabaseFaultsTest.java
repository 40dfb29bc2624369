package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.testing.TcpRelay;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A database that is down, silent or slow: bounded in time, and no session is lost. */
class DatabaseFaultsTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Map<String, String> database = new HashMap<>(TestServer.MARIADB.freshDatabase());
  private final TcpRelay relay;
  private TestNode node;

  DatabaseFaultsTest() {
    relay = TcpRelay.before(database);
    database.put("symbolon.database.timeout", TIMEOUT.toString());
  }

  @AfterEach
  void stop() {
    node.close();
    relay.close();
  }

  @Test
  void a_node_starts_without_its_database_and_recovers_by_itself() throws Exception {
    relay.set(TcpRelay.Mode.DOWN);
    start();
    assertFailsInTime(() -> node.manager.create(ALICE, null, null));
    relay.set(TcpRelay.Mode.OPEN);
    assertThat(eventually().session().userId()).isEqualTo(ALICE);
  }

  /** The reference's fault 4. */
  @Test
  void a_database_that_accepts_and_stays_silent_hangs_nobody() throws Exception {
    relay.set(TcpRelay.Mode.SILENT);
    start();
    assertFailsInTime(() -> node.manager.create(ALICE, null, null));
    assertFailsInTime(() -> node.manager.handles(ALICE));
    relay.set(TcpRelay.Mode.OPEN);
    assertThat(eventually().session().userId()).isEqualTo(ALICE);
  }

  @Test
  void while_it_is_silent_tokens_verify_and_afterwards_the_session_goes_on() throws Exception {
    start();
    SessionTokens tokens = eventually();
    relay.set(TcpRelay.Mode.SILENT);
    assertThat(verify(tokens)).isEqualTo(ALICE);
    assertFailsInTime(() -> node.manager.refresh(tokens.refreshToken().value()));
    assertThat(verify(tokens)).isEqualTo(ALICE);
    relay.set(TcpRelay.Mode.DOWN);
    assertFailsInTime(() -> node.manager.refresh(tokens.refreshToken().value()));
    assertThat(verify(tokens)).isEqualTo(ALICE);
    relay.set(TcpRelay.Mode.OPEN);
    eventually();
    SessionTokens refreshed = node.manager.refresh(tokens.refreshToken().value());
    assertThat(verify(refreshed)).isEqualTo(ALICE);
  }

  @Test
  void an_interrupted_caller_is_told_so() throws Exception {
    start();
    eventually();
    relay.set(TcpRelay.Mode.SILENT);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> node.manager.handles(ALICE)).isInstanceOf(SessionStoreException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void start() {
    node = new TestNode(database, InstantSource.system());
    node.database.open();
  }

  /** The pool's broken connections are replaced within a few tries. */
  private SessionTokens eventually() throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return node.manager.create(ALICE, null, null);
      } catch (SessionStoreException e) {
        if (i == 20) {
          throw e;
        }
        Thread.sleep(500);
      }
    }
  }

  private UserId verify(SessionTokens tokens) {
    return node.manager
        .verify(tokens.accessToken().value(), AntiCsrfCheck.skip())
        .session()
        .userId();
  }

  /**
   * Twice the timeout, since a caller may wait for another one's attempt first; and a slow machine.
   */
  private static void assertFailsInTime(Runnable act) {
    long start = System.nanoTime();
    assertThatThrownBy(act::run).isInstanceOf(SessionStoreException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(TIMEOUT.multipliedBy(2).plusSeconds(2));
  }
}
