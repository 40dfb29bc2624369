package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** With blacklisting a revoked session is refused at the next request, on every node. */
abstract class BlacklistingContract {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private Map<String, String> database;
  private TestNode node;
  private TestNode other;

  abstract TestServer server();

  @BeforeEach
  void start() {
    database = server().freshDatabase();
    node = node(Map.of());
    other = node(Map.of());
  }

  @AfterEach
  void stop() {
    node.close();
    other.close();
  }

  @Test
  void statement_counts_are_those_of_the_design() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    node.statements.clear();

    verify(node, login);
    assertStatements("verify", "select");
    verify(node, login);
    assertStatements("verify a remembered token", "select");
    node.manager.replacePayload(login.accessToken().value(), JsonValue.TRUE);
    assertStatements("replace the payload of the session at hand", "select", "update");

    assertThatThrownBy(
            () -> node.manager.verify(login.accessToken().value(), AntiCsrfCheck.require("wrong")))
        .isInstanceOf(TryRefreshTokenException.class);
    assertThatThrownBy(() -> node.manager.verify("garbage", AntiCsrfCheck.skip()))
        .isInstanceOf(TryRefreshTokenException.class);
    assertStatements("what is refused anyway");

    SessionTokens child = refresh(node, login);
    assertStatements("refresh with the parent", "select");
    verify(node, child);
    assertStatements("first use after a refresh", "update");
    verify(node, child);
    assertStatements("first use again", "select");
    verify(other, login);
    other.statements.clear();
    verify(other, child);
    assertStatements("on another node", other, "update", "select");
    verify(other, child);
    assertStatements("and there again", other, "select");
  }

  @Test
  void a_session_revoked_by_handle_is_refused_at_the_next_request_on_another_node() {
    SessionTokens login = loginUsedOnBoth();
    assertThat(node.manager.revoke(login.session().handle())).isTrue();
    assertRefusedOnBoth(login);
  }

  @Test
  void a_session_ended_by_logout_is_refused_at_the_next_request_on_another_node() {
    SessionTokens login = loginUsedOnBoth();
    assertThat(node.manager.revoke(login.session())).isTrue();
    assertRefusedOnBoth(login);
  }

  @Test
  void sessions_ended_by_revoke_all_are_refused_at_the_next_request_on_another_node() {
    SessionTokens first = loginUsedOnBoth();
    SessionTokens second = loginUsedOnBoth();
    SessionTokens bob = node.manager.create(UserId.of("bob"), null, null);
    assertThat(node.manager.revokeAll(ALICE)).hasSize(2);
    assertRefusedOnBoth(first);
    assertRefusedOnBoth(second);
    verify(other, bob);
  }

  @Test
  void a_session_ended_by_the_reaction_to_theft_is_refused_at_the_next_request() {
    SessionTokens stolen = loginUsedOnBoth();
    SessionTokens owner = refresh(node, stolen);
    Verification used = verify(node, owner);
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> refresh(other, stolen))
        .isInstanceOf(TokenTheftDetectedException.class);
    assertRefusedOnBoth(owner);
    assertRefused(node, used.replacement().value());
    assertRefused(other, used.replacement().value());
  }

  @Test
  void an_expired_row_counts_as_gone() {
    node.close();
    node = node(Map.of("symbolon.refresh-token.validity", "PT2H"));
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(node, login);
    assertThat(
            node.store.promote(
                login.session().handle(),
                node.store.find(login.session().handle()).orElseThrow().hash2(),
                "0".repeat(64),
                clock.instant().plusSeconds(60)))
        .isTrue();
    clock.advance(Duration.ofSeconds(59));
    verify(node, login);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(node, login.accessToken().value());
  }

  @Test
  void the_payload_of_a_revoked_session_cannot_be_replaced() {
    SessionTokens login = loginUsedOnBoth();
    SessionTokens child = refresh(node, login);
    node.manager.revoke(login.session());
    for (SessionTokens tokens : new SessionTokens[] {login, child}) {
      assertThatThrownBy(
              () -> other.manager.replacePayload(tokens.accessToken().value(), JsonValue.TRUE))
          .isInstanceOf(UnauthorisedException.class);
    }
  }

  @Test
  void with_the_database_down_nothing_is_decided_but_without_blacklisting_valid_tokens_go_on() {
    TestNode stateless = node(Map.of("symbolon.access-token.blacklisting", "false"));
    SessionTokens login = loginUsedOnBoth();
    verify(stateless, login);
    node.database.close();
    stateless.database.close();
    assertThatThrownBy(() -> verify(node, login)).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(
            () -> node.manager.replacePayload(login.accessToken().value(), JsonValue.TRUE))
        .isInstanceOf(SessionStoreException.class);
    assertThat(verify(stateless, login).session().userId()).isEqualTo(ALICE);
    verify(other, login);
  }

  private TestNode node(Map<String, String> properties) {
    return new TestNode(
        TestNode.with(
            TestNode.with(database, Map.of("symbolon.access-token.blacklisting", "true")),
            properties),
        clock);
  }

  private SessionTokens loginUsedOnBoth() {
    SessionTokens login = node.manager.create(ALICE, null, null);
    verify(node, login);
    verify(other, login);
    return login;
  }

  private static Verification verify(TestNode on, SessionTokens tokens) {
    return on.manager.verify(
        tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private static SessionTokens refresh(TestNode on, SessionTokens tokens) {
    return on.manager.refresh(tokens.refreshToken().value());
  }

  private void assertRefusedOnBoth(SessionTokens tokens) {
    for (TestNode each : new TestNode[] {other, node}) {
      assertRefused(each, tokens.accessToken().value());
      assertThatThrownBy(() -> refresh(each, tokens)).isInstanceOf(UnauthorisedException.class);
    }
  }

  private static void assertRefused(TestNode on, String accessToken) {
    assertThatThrownBy(() -> on.manager.verify(accessToken, AntiCsrfCheck.skip()))
        .isInstanceOf(UnauthorisedException.class);
  }

  private void assertStatements(String act, String... kinds) {
    assertStatements(act, node, kinds);
  }

  private static void assertStatements(String act, TestNode on, String... kinds) {
    assertThat(on.statements.stream().map(sql -> sql.strip().split(" ", 2)[0]).toList())
        .as(act)
        .containsExactly(kinds);
    on.statements.clear();
  }
}
