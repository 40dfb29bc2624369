package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TcpRelay;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/**
 * The faults that the reference was seen to have, under their numbers in its description, on tables
 * as the reference makes them and a server that cuts off instead of refusing. Fault 11 is in {@code
 * CookieTransportTest}.
 */
class ReferenceFaultsOnMariaDbTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final JsonValue EMOJI = Json.createValue("ü😀");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SettableClock clock = new SettableClock();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Map<String, String> database = lenient(TestServer.MARIADB.freshDatabase());

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    for (AutoCloseable it : open) {
      it.close();
    }
  }

  @Test
  void fault_01_two_processes_that_start_at_once_on_an_empty_database_both_live() throws Exception {
    List<TestNode> nodes = List.of(node(InstantSource.system()), node(InstantSource.system()));
    nodes.forEach(node -> node.database.open());
    CyclicBarrier start = new CyclicBarrier(2);
    List<Callable<SessionTokens>> logins = new ArrayList<>();
    for (TestNode node : nodes) {
      logins.add(
          () -> {
            start.await();
            return node.manager.create(ALICE, null, null);
          });
    }
    for (Future<SessionTokens> login : threads.invokeAll(logins)) {
      assertThat(verify(nodes.get(0), login.get())).isEqualTo(ALICE);
      assertThat(verify(nodes.get(1), login.get())).isEqualTo(ALICE);
    }
  }

  @Test
  void fault_02_no_connection_is_held_while_another_one_is_asked_for() throws Exception {
    database = TestNode.with(database, Map.of("symbolon.database.pool-size", "1"));
    TestNode node = onReferenceTables();
    List<Callable<Object>> acts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      UserId user = UserId.of(i);
      SessionTokens child = refresh(node, node.manager.create(user, null, null));
      acts.add(() -> catchThrowable(() -> refresh(node, child)));
      acts.add(() -> node.manager.revokeAll(user));
    }
    for (Future<Object> act : threads.invokeAll(acts)) {
      if (act.get() instanceof Throwable refused) {
        assertThat(refused).as("revoked before").isInstanceOf(UnauthorisedException.class);
      } // null: refreshed before; a list: the revoked handles
    }
  }

  @Test
  void fault_03_garbage_evicts_no_key_and_costs_no_look_at_the_table() {
    TestNode node = onReferenceTables();
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    String[] parts = tokens.accessToken().value().split("\\.", -1);
    node.statements.clear();
    for (int i = 0; i < 1000; i++) {
      String garbage = i % 2 == 0 ? "garbage" + i : parts[0] + "." + parts[1] + "." + i;
      assertThatThrownBy(() -> node.manager.verify(garbage, AntiCsrfCheck.skip()))
          .isInstanceOf(TryRefreshTokenException.class);
    }
    assertThat(node.statements).isEmpty();
    node.database.close();
    assertThat(verify(node, tokens)).isEqualTo(ALICE);
  }

  @Test
  void fault_04_a_database_that_accepts_and_stays_silent_hangs_nobody() {
    String url = database.get("symbolon.database.url");
    int port = Integer.parseInt(url.replaceFirst(".*//[^/]*:(\\d+)/.*", "$1"));
    TcpRelay relay = new TcpRelay(port, TcpRelay.Mode.SILENT);
    open.add(relay);
    database =
        TestNode.with(
            database,
            Map.of(
                "symbolon.database.url",
                url.replaceFirst("//[^/]*/", "//127.0.0.1:" + relay.port() + "/"),
                "symbolon.database.timeout",
                "PT1S"));
    TestNode node = node(clock);
    node.database.open();
    long begin = System.nanoTime();
    assertThatThrownBy(() -> node.manager.handles(ALICE)).isInstanceOf(SessionStoreException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void fault_05_users_and_handles_that_a_collation_takes_for_one_are_told_apart() {
    TestNode node = onReferenceTables();
    for (String user : List.of("alice", "Alice", "alicé")) {
      node.manager.create(UserId.of(user), null, null);
    }
    assertThat(rows("user_id = 'ALICE'")).as("the table takes all for one").isEqualTo(3);
    assertThat(node.manager.handles(ALICE)).hasSize(1);
    assertThat(node.manager.revokeAll(ALICE)).hasSize(1);
    assertThat(node.manager.handles(UserId.of("Alice"))).hasSize(1);
    assertThat(node.manager.handles(UserId.of("alicé"))).hasSize(1);
    Set<String> handles = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      handles.add(node.manager.create(ALICE, null, null).session().handle().value());
    }
    assertThat(handles).hasSize(50).allMatch(handle -> handle.matches("[0-9a-f]{32}"));
  }

  @Test
  void fault_06_a_user_id_with_outer_white_space_is_refused_at_create() {
    TestNode node = onReferenceTables();
    for (String user : List.of(" alice", "alice ", "alice\t", "alice\u00a0", "\u2003alice")) {
      assertThatThrownBy(() -> node.manager.create(UserId.of(user), null, null))
          .isInstanceOf(SessionRejectedException.class)
          .hasMessageContaining("white space");
    }
    assertThat(rows("1 = 1")).isZero();
  }

  @Test
  void fault_07_what_a_lenient_server_would_cut_off_is_refused_at_create() {
    TestNode node = onReferenceTables();
    ReferenceTables.execute(
        database,
        "insert into refresh_tokens values ('h', repeat('x', 129), 'hash', '', 0, ''),"
            + " ('i', 'u', 'hash', repeat('x', 70000), 0, '')");
    assertThat(rows("length(user_id) = 128 or length(session_info) = 65535"))
        .as("the server cuts off")
        .isEqualTo(2);
    JsonValue large = Json.createValue("x".repeat(70_000));
    assertThatThrownBy(() -> node.manager.create(UserId.of("x".repeat(129)), null, null))
        .isInstanceOf(SessionRejectedException.class)
        .hasMessageContaining("at most 128 characters, this one has 129");
    assertThatThrownBy(() -> node.manager.create(ALICE, null, large))
        .isInstanceOf(SessionRejectedException.class)
        .hasMessageContaining("70002 bytes");
    assertThat(rows("1 = 1")).isEqualTo(2);
    SessionTokens longest = node.manager.create(UserId.of("x".repeat(128)), null, null);
    assertThat(refresh(node, longest).session().userId()).isEqualTo(UserId.of("x".repeat(128)));
  }

  @Test
  void fault_08_characters_outside_the_bmp_come_back_or_are_refused() {
    TestNode node = node(clock);
    SessionTokens tokens = node.manager.create(UserId.of("😀"), EMOJI, EMOJI);
    assertThat(verify(node, tokens)).isEqualTo(UserId.of("😀"));
    assertThat(node.manager.info(tokens.session().handle())).isEqualTo(EMOJI);
    assertThat(refresh(node, tokens).session().payload()).isEqualTo(EMOJI);
  }

  @Test
  void fault_09_a_token_too_large_for_a_cookie_is_refused_at_create_naming_the_size() {
    TestNode node = onReferenceTables();
    assertThatThrownBy(() -> node.manager.create(ALICE, Json.createValue("x".repeat(3000)), null))
        .isInstanceOf(SessionRejectedException.class)
        .hasMessageMatching(".*has up to \\d{4} characters.*4096 bytes.*");
    assertThat(rows("1 = 1")).isZero();
  }

  @Test
  void fault_10_a_refresh_token_in_another_spelling_is_refused_and_harms_nobody() {
    TestNode node = onReferenceTables();
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    String text = tokens.refreshToken().value();
    for (String other : List.of(text + "=", text + "==", " " + text, text + "A", text + "\n")) {
      assertThatThrownBy(() -> node.manager.refresh(other))
          .isInstanceOf(UnauthorisedException.class);
    }
    assertThat(refresh(node, tokens).session().userId()).isEqualTo(ALICE);
    assertThat(node.events).extracting(Object::getClass).doesNotContain(theft());
  }

  @Test
  void fault_12_the_loser_of_a_race_does_not_log_the_winner_out() {
    TestNode node = onReferenceTables();
    SessionTokens login = node.manager.create(ALICE, null, null);
    SessionTokens slow = refresh(node, login);
    SessionTokens fast = refresh(node, login);
    clock.advance(Duration.ofMinutes(1));
    verify(node, fast);
    SessionTokens next = refresh(node, fast);
    verify(node, next);
    assertThatThrownBy(() -> verify(node, slow)).isInstanceOf(TryRefreshTokenException.class);
    assertThat(refresh(node, next).session().userId()).isEqualTo(ALICE);
  }

  @Test
  void fault_13_handles_and_anti_csrf_tokens_cannot_be_guessed() {
    TestNode node = onReferenceTables();
    SessionTokens one = node.manager.create(ALICE, null, null);
    SessionTokens two = node.manager.create(ALICE, null, null);
    for (List<String> pair :
        List.of(
            List.of(one.session().handle().value(), two.session().handle().value()),
            List.of(one.antiCsrfToken(), two.antiCsrfToken()),
            List.of(one.idRefreshToken().value(), two.idRefreshToken().value()))) {
      assertThat(pair.get(0)).hasSizeGreaterThanOrEqualTo(22);
      // a clock's id of the same moment, as the reference's, agrees in most places
      assertThat(places(pair.get(0), pair.get(1))).isLessThan(pair.get(0).length() / 2);
    }
  }

  @Test
  void fault_14_an_info_that_is_replaced_by_itself_is_a_success() {
    database =
        TestNode.with(
            database,
            Map.of(
                "symbolon.database.url",
                database.get("symbolon.database.url") + "&useAffectedRows=true"));
    TestNode node = onReferenceTables();
    SessionTokens tokens = node.manager.create(ALICE, null, EMOJI);
    node.manager.replaceInfo(tokens.session().handle(), EMOJI);
    assertThat(node.manager.info(tokens.session().handle())).isEqualTo(EMOJI);
  }

  private static Map<String, String> lenient(Map<String, String> database) {
    String url = database.get("symbolon.database.url");
    String option =
        (url.contains("?") ? "&" : "?")
            + "sessionVariables=sql_mode=''&jdbcCompliantTruncation=false";
    return TestNode.with(database, Map.of("symbolon.database.url", url + option));
  }

  private TestNode node(InstantSource itsClock) {
    TestNode node = new TestNode(database, itsClock);
    open.add(node);
    return node;
  }

  private TestNode onReferenceTables() {
    ReferenceTables.create(database);
    return node(clock);
  }

  private int rows(String condition) {
    return ReferenceTables.count(database, condition);
  }

  private static SessionTokens refresh(TestNode node, SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
  }

  private static UserId verify(TestNode node, SessionTokens tokens) {
    return node.manager
        .verify(tokens.accessToken().value(), AntiCsrfCheck.skip())
        .session()
        .userId();
  }

  private static int places(String one, String two) {
    int equal = 0;
    for (int i = 0; i < Math.min(one.length(), two.length()); i++) {
      equal += one.charAt(i) == two.charAt(i) ? 1 : 0;
    }
    return equal;
  }

  private static Class<?> theft() {
    return org.symbolon.SessionEvent.TheftDetected.class;
  }
}
