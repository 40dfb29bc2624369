package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.ReferenceRows;
import org.symbolon.testing.ReferenceVectors;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Sessions that the reference began go on here: {@code symbolon.accept-reference-tokens}. */
abstract class AcceptedReferenceTokensContract {
  private static final JsonObject CHAIN = ReferenceVectors.ALL.getJsonObject("chain");
  private static final JsonObject ROW = CHAIN.getJsonObject("row_after_create");
  private static final String HANDLE = ROW.getString("session_handle");

  /** The present token of the row. */
  private static final String PARENT = refreshToken("create", "refreshToken");

  /** Its child, which the reference made, and nobody used. */
  private static final String CHILD = refreshToken("refresh", "newRefreshToken");

  /** What the handle, a UUID of version 1, holds. */
  private static final Instant LOGIN = Instant.parse("2026-11-21T21:17:37.549Z");

  private final SettableClock clock = new SettableClock();
  private Map<String, String> database;
  private ReferenceRows rows;
  private TestNode node;

  abstract TestServer server();

  @BeforeEach
  void start() {
    clock.set(LOGIN.plus(Duration.ofHours(1)));
    database =
        TestNode.with(server().freshDatabase(), Map.of("symbolon.accept-reference-tokens", "true"));
    node = new TestNode(database, clock);
    node.manager.create(UserId.of("somebody else"), null, null);
    rows = new ReferenceRows(database);
    rows.insertKeys();
    rows.insertSession(ROW);
    node.events.clear();
    node.statements.clear();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void the_present_token_is_answered_with_ours_and_the_session_stays_what_it_was() {
    SessionTokens tokens = node.manager.refresh(PARENT);
    assertStatements("select", "select", "select", "update"); // the clock and the keys first
    assertThat(tokens.refreshToken().value()).doesNotContain(".");
    assertThat(tokens.session().handle().value()).isEqualTo(HANDLE);
    assertThat(tokens.session().userId()).isEqualTo(UserId.of("chain-user"));
    assertThat(tokens.session().payload().toString()).isEqualTo("{\"role\":\"admin\"}");
    assertThat(tokens.session().authenticatedAt()).isEqualTo(LOGIN.minusMillis(549));
    assertThat(node.manager.info(tokens.session().handle()).toString()).isEqualTo("{\"k\":\"v\"}");
    node.statements.clear();

    use(tokens);
    assertStatements("update");
    SessionTokens next = node.manager.refresh(tokens.refreshToken().value());
    assertStatements("select");
    use(next);
    assertThat(kinds())
        .containsExactly("Promoted", "Refreshed", "Promoted", "Refreshed", "Promoted");
  }

  @Test
  void a_child_that_was_not_used_yet_is_taken_too() {
    SessionTokens tokens = node.manager.refresh(CHILD);
    assertStatements("select", "select", "select", "update");
    use(tokens);
    use(node.manager.refresh(tokens.refreshToken().value()));
  }

  @Test
  void answers_that_are_lost_are_forgiven_without_a_time_limit() {
    node.manager.refresh(PARENT);
    for (int i = 0; i < 2; i++) {
      clock.advance(Duration.ofSeconds(25));
      node.statements.clear();
      node.manager.refresh(PARENT);
      assertStatements("select");
    }
    clock.advance(Duration.ofDays(3));
    use(node.manager.refresh(PARENT));
  }

  @Test
  void a_late_repeat_gets_the_same_tokens_from_any_node() {
    SessionTokens tokens = node.manager.refresh(PARENT);
    use(tokens);
    clock.advance(Duration.ofSeconds(6));
    try (TestNode other = new TestNode(database, clock)) {
      SessionTokens late = other.manager.refresh(PARENT);
      assertThat(late.refreshToken().value()).isEqualTo(tokens.refreshToken().value());
      assertThat(late.antiCsrfToken()).isEqualTo(tokens.antiCsrfToken());
    }
  }

  @Test
  void the_old_token_is_stolen_once_the_new_one_was_used() {
    use(node.manager.refresh(PARENT));
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> node.manager.refresh(PARENT))
        .isInstanceOf(TokenTheftDetectedException.class);
    assertThat(rows.session(HANDLE, "user_id")).isNull();
    assertThat(kinds()).endsWith("TheftDetected", "Revoked");
  }

  @Test
  void the_parent_is_stolen_once_its_child_was_taken() {
    node.manager.refresh(CHILD);
    assertThatThrownBy(() -> node.manager.refresh(PARENT))
        .isInstanceOf(TokenTheftDetectedException.class);
  }

  @Test
  void two_nodes_at_once_rewrite_the_row_once_and_agree() throws Exception {
    int threads = 24;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (TestNode other = new TestNode(database, clock)) {
      List<Future<SessionTokens>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        TestNode asked = i % 2 == 0 ? node : other;
        answers.add(
            executor.submit(
                () -> {
                  start.await();
                  return asked.manager.refresh(PARENT);
                }));
      }
      String first = answers.get(0).get().refreshToken().value();
      for (Future<SessionTokens> answer : answers) {
        assertThat(answer.get().refreshToken().value()).isEqualTo(first);
      }
      node.events.addAll(other.events);
      assertThat(kinds()).filteredOn("Promoted"::equals).hasSize(1);
      use(answers.get(1).get());
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void the_longest_lifetime_counts_from_the_login() {
    clock.set(LOGIN.plus(Duration.ofDays(300)));
    SessionTokens tokens = node.manager.refresh(PARENT);
    assertThat(tokens.refreshToken().expiresAt()).isEqualTo(LOGIN.plus(Duration.ofDays(365)));
    rows.execute("update refresh_tokens set expires_at = ?", Long.MAX_VALUE / 1_000_000);
    clock.set(LOGIN.plus(Duration.ofDays(365)));
    for (String token : List.of(PARENT, CHILD, tokens.refreshToken().value())) {
      assertThatThrownBy(() -> node.manager.refresh(token))
          .isInstanceOf(UnauthorisedException.class);
    }
  }

  @Test
  void garbage_costs_one_look_for_the_key_and_no_session() {
    int dot = PARENT.indexOf('.');
    List<String> garbage =
        List.of(
            "x.y",
            ".",
            PARENT + "0",
            PARENT.substring(0, dot - 4) + "AAAA" + PARENT.substring(dot),
            PARENT.substring(0, 9) + "\n" + PARENT.substring(9),
            "A".repeat(100_000) + ".b");
    for (int round = 0; round < 20; round++) {
      for (String token : garbage) {
        assertThatThrownBy(() -> node.manager.refresh(token))
            .isInstanceOf(UnauthorisedException.class);
      }
    }
    assertStatements("select", "select");
    use(node.manager.refresh(PARENT));
  }

  @Test
  void without_the_key_nothing_is_taken_and_none_is_made() {
    rows.execute("delete from signing_key where key_name = 'refresh_token_key'");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> node.manager.refresh(PARENT))
          .isInstanceOf(UnauthorisedException.class);
    }
    assertStatements("select", "select");
    assertThat(rows.key("refresh_token_key", "key_value")).isNull();
    clock.advance(Duration.ofSeconds(2));
    rows.insertKey("refresh_token_key", "Zml4ZWQtcmVmcmVzaC10b2tlbi1lbmNyeXB0LWtleSE=", 0);
    use(node.manager.refresh(PARENT));
  }

  @Test
  void the_old_access_token_asks_for_a_refresh() {
    String access = CHAIN.getJsonObject("create").getJsonObject("accessToken").getString("value");
    assertThatThrownBy(() -> node.manager.verify(access, AntiCsrfCheck.skip()))
        .isInstanceOf(TryRefreshTokenException.class);
    assertStatements();
  }

  @Test
  void a_session_that_the_reference_ended_is_over() {
    rows.execute("delete from refresh_tokens where session_handle = ?", HANDLE);
    assertThatThrownBy(() -> node.manager.refresh(PARENT))
        .isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void by_default_nothing_is_taken() {
    try (TestNode other =
        new TestNode(
            TestNode.with(database, Map.of("symbolon.accept-reference-tokens", "false")), clock)) {
      assertThatThrownBy(() -> other.manager.refresh(PARENT))
          .isInstanceOf(UnauthorisedException.class);
      assertThat(rows.session(HANDLE, "refresh_token_hash_2"))
          .isEqualTo(ROW.getString("refresh_token_hash_2"));
    }
  }

  private void use(SessionTokens tokens) {
    Verification first =
        node.manager.verify(
            tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
    assertThat(first.session().userId()).isEqualTo(UserId.of("chain-user"));
    assertThat(first.replacement()).isNotNull();
  }

  private List<String> kinds() {
    return node.events.stream().map(SessionEvent::getClass).map(Class::getSimpleName).toList();
  }

  private void assertStatements(String... kinds) {
    assertThat(node.statements.stream().map(sql -> sql.strip().split(" ", 2)[0]).toList())
        .containsExactly(kinds);
    node.statements.clear();
  }

  private static String refreshToken(String step, String member) {
    return CHAIN.getJsonObject(step).getJsonObject(member).getString("value");
  }
}
