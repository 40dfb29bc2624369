package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** What the session manager does, on any database. */
abstract class SessionManagerContract {
  private static final UserId ALICE = UserId.of("alice");
  private static final JsonObject PAYLOAD =
      Json.createObjectBuilder()
          .add("name", "Alice")
          .add("groups", Json.createArrayBuilder().add("admin").add("user"))
          .build();
  private static final JsonObject INFO = Json.createObjectBuilder().add("device", "phone").build();

  private final SettableClock clock = new SettableClock();
  private Map<String, String> database;
  private TestNode node;

  abstract TestServer server();

  String handleForm() {
    return "[0-9a-f]{32}";
  }

  @BeforeEach
  void start() {
    database = server().freshDatabase();
    node = new TestNode(database, clock);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void create_gives_tokens_that_verify() {
    SessionTokens tokens = node.manager.create(ALICE, PAYLOAD, INFO);
    Verification verification =
        node.manager.verify(
            tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
    Session session = verification.session();
    assertThat(verification.replacement()).isNull();
    assertThat(session.handle().value()).matches(handleForm());
    assertThat(session.userId()).isEqualTo(ALICE);
    assertThat(session.payload()).isEqualTo(PAYLOAD);
    assertThat(session.groups()).containsExactlyInAnyOrder("admin", "user");
    assertThat(session.authenticatedAt()).isEqualTo(clock.instant());
    assertThat(session.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    assertThat(tokens.refreshToken().expiresAt())
        .isEqualTo(clock.instant().plus(Duration.ofDays(100)));
  }

  @Test
  void statement_counts_are_those_of_the_design() {
    node.manager.create(ALICE, PAYLOAD, INFO);
    node.statements.clear();

    SessionTokens login = node.manager.create(ALICE, PAYLOAD, INFO);
    assertStatements("create", "insert");

    verify(login);
    assertStatements("verify");

    SessionTokens child = refresh(login);
    assertStatements("refresh with the parent", "select");

    verify(child);
    assertStatements("first use after a refresh", "update");

    verify(child);
    assertStatements("first use again");

    try (TestNode other = new TestNode(database, clock)) {
      verify(other, login);
      other.statements.clear();
      verify(other, child);
      assertStatements("on another node", other, "update", "select");
      verify(other, child);
      assertStatements("and there again", other);
    }

    SessionTokens grandchild = refresh(child);
    node.statements.clear();
    clock.advance(Duration.ofSeconds(30));
    refresh(grandchild);
    assertStatements("refresh with an unused child", "select", "update");

    assertThatThrownBy(() -> refresh(login)).isInstanceOf(TokenTheftDetectedException.class);
    assertStatements("theft", "select", "delete");

    SessionTokens other = node.manager.create(ALICE, null, null);
    node.statements.clear();
    node.manager.info(other.session().handle());
    assertStatements("read the info", "select");
    node.manager.replaceInfo(other.session().handle(), PAYLOAD);
    assertStatements("replace the info", "update");
    node.manager.replacePayload(other.accessToken().value(), PAYLOAD);
    assertStatements("replace the payload of the session at hand", "update");
    node.manager.handles(ALICE);
    assertStatements("list", "select");
    node.manager.revoke(other.session());
    assertStatements("revoke", "delete");
    node.manager.revokeAll(ALICE);
    assertStatements("revoke all", "select", "delete");
    node.manager.revokeAll(ALICE);
    assertStatements("revoke all of a user without sessions", "select");
  }

  /** Its client lost the answer to the first use, or does not care for it. */
  @Test
  void an_access_token_that_was_used_once_counts_as_confirmed_on_the_node_that_knows() {
    SessionTokens login = node.manager.create(ALICE, PAYLOAD, INFO);
    SessionTokens child = refresh(login);
    verify(child);
    node.statements.clear();
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofMinutes(1));
      Verification again = verify(child);
      assertThat(again.session().payload()).isEqualTo(PAYLOAD);
      assertThat(again.replacement().expiresAt()).isEqualTo(child.accessToken().expiresAt());
      assertThatThrownBy(
              () ->
                  node.manager.verify(child.accessToken().value(), AntiCsrfCheck.require("wrong")))
          .isInstanceOf(TryRefreshTokenException.class);
    }
    assertThat(node.statements).noneMatch(sql -> sql.contains("refresh_tokens"));
    SessionTokens grandchild = refresh(child);
    verify(grandchild);
    try (TestNode other = new TestNode(database, clock)) {
      for (TestNode any : List.of(node, other)) {
        assertThatThrownBy(() -> verify(any, child)).isInstanceOf(TryRefreshTokenException.class);
      }
    }
    SessionTokens unused = refresh(grandchild);
    node.manager.revoke(login.session());
    assertThatThrownBy(() -> verify(unused)).isInstanceOf(UnauthorisedException.class);
    clock.advance(Duration.ofMinutes(10));
    assertThatThrownBy(() -> verify(child)).isInstanceOf(TryRefreshTokenException.class);
  }

  @Test
  void a_refreshed_session_goes_on_with_the_new_tokens() {
    SessionTokens login = node.manager.create(ALICE, PAYLOAD, INFO);
    clock.advance(Duration.ofHours(2));
    assertThatThrownBy(() -> verify(login)).isInstanceOf(TryRefreshTokenException.class);
    SessionTokens second = refresh(login);
    assertThat(second.refreshToken().value()).isNotEqualTo(login.refreshToken().value());
    assertThat(second.idRefreshToken().value()).isNotEqualTo(login.idRefreshToken().value());
    assertThat(second.session().authenticatedAt()).isEqualTo(login.session().authenticatedAt());

    Verification first = verify(second);
    assertThat(first.replacement()).isNotNull();
    assertThat(first.session().payload()).isEqualTo(PAYLOAD);
    Verification again =
        node.manager.verify(
            first.replacement().value(), AntiCsrfCheck.require(second.antiCsrfToken()));
    assertThat(again.replacement()).isNull();
    assertThat(node.events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Created", "Refreshed", "Promoted");
  }

  @Test
  void the_anti_csrf_token_is_checked_where_asked_for() {
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    String access = tokens.accessToken().value();
    assertThatThrownBy(() -> node.manager.verify(access, AntiCsrfCheck.require(null)))
        .isInstanceOf(TryRefreshTokenException.class);
    assertThatThrownBy(() -> node.manager.verify(access, AntiCsrfCheck.require("x")))
        .isInstanceOf(TryRefreshTokenException.class);
    assertThat(node.manager.verify(access, AntiCsrfCheck.skip()).session().userId())
        .isEqualTo(ALICE);
  }

  @Test
  void absent_and_null_are_kept_apart() {
    SessionTokens absent = node.manager.create(ALICE, null, null);
    SessionTokens nulls = node.manager.create(ALICE, JsonValue.NULL, JsonValue.NULL);
    assertThat(verify(absent).session().payload()).isNull();
    assertThat(node.manager.info(absent.session().handle())).isNull();
    assertThat(verify(nulls).session().payload()).isEqualTo(JsonValue.NULL);
    assertThat(node.manager.info(nulls.session().handle())).isEqualTo(JsonValue.NULL);
    assertThat(refresh(absent).session().payload()).isNull();
    assertThat(refresh(nulls).session().payload()).isEqualTo(JsonValue.NULL);
  }

  @Test
  void json_that_no_parser_would_read_again_is_refused() {
    JsonValue deep = JsonValue.EMPTY_JSON_ARRAY;
    for (int depth = 1; depth < 1000; depth++) {
      deep = Json.createArrayBuilder().add(deep).build();
    }
    JsonValue tooDeep = deep;
    JsonValue tooLong = Json.createValue(BigInteger.TEN.pow(1200));
    for (JsonValue json : List.of(tooDeep, tooLong)) {
      assertThatThrownBy(() -> node.manager.create(ALICE, json, null))
          .isInstanceOf(SessionRejectedException.class);
      assertThatThrownBy(() -> node.manager.create(ALICE, null, json))
          .isInstanceOf(SessionRejectedException.class);
    }
    assertThat(node.manager.handles(ALICE)).isEmpty();
  }

  @Test
  void text_and_number_users_are_different_users() {
    SessionTokens text = node.manager.create(UserId.of("5"), null, null);
    SessionTokens number = node.manager.create(UserId.of(5), null, null);
    assertThat(verify(text).session().userId()).isEqualTo(UserId.of("5"));
    assertThat(verify(number).session().userId()).isEqualTo(UserId.of(5));
    assertThat(refresh(number).session().userId()).isEqualTo(UserId.of(5));
    assertThat(node.manager.handles(UserId.of(5))).containsExactly(number.session().handle());
    assertThat(node.manager.revokeAll(UserId.of("5"))).containsExactly(text.session().handle());
    assertThat(node.manager.handles(UserId.of(5))).hasSize(1);
  }

  @Test
  void the_payload_can_be_replaced_during_the_session() {
    SessionTokens login = node.manager.create(ALICE, PAYLOAD, null);
    clock.advance(Duration.ofMinutes(5));
    JsonObject changed = Json.createObjectBuilder().add("name", "Bob").build();
    Verification renewed = node.manager.replacePayload(login.accessToken().value(), changed);
    assertThat(renewed.session().payload()).isEqualTo(changed);
    assertThat(renewed.session().groups()).isEmpty();
    assertThat(renewed.replacement().expiresAt()).isEqualTo(login.accessToken().expiresAt());
    Verification verified =
        node.manager.verify(
            renewed.replacement().value(), AntiCsrfCheck.require(login.antiCsrfToken()));
    assertThat(verified.session().payload()).isEqualTo(changed);
    assertThat(refresh(login).session().payload()).isEqualTo(changed);

    node.manager.replacePayload(login.session().handle(), null);
    assertThat(node.manager.payload(login.session().handle())).isNull();
    assertThat(refresh(login).session().payload()).isNull();
  }

  @Test
  void a_payload_replaced_with_an_unconfirmed_token_confirms_it() {
    SessionTokens child = refresh(node.manager.create(ALICE, PAYLOAD, null));
    Verification renewed = node.manager.replacePayload(child.accessToken().value(), INFO);
    node.statements.clear();
    assertThat(
            node.manager
                .verify(renewed.replacement().value(), AntiCsrfCheck.skip())
                .session()
                .payload())
        .isEqualTo(INFO);
    assertThat(node.statements).isEmpty();
    assertThat(refresh(child).session().payload()).isEqualTo(INFO);
  }

  @Test
  void revoked_sessions_cannot_be_refreshed_read_or_changed() {
    SessionTokens tokens = node.manager.create(ALICE, PAYLOAD, INFO);
    SessionTokens child = refresh(tokens);
    SessionHandle handle = tokens.session().handle();
    assertThat(node.manager.revoke(handle)).isTrue();
    assertThat(node.manager.revoke(handle)).isFalse();
    assertThat(node.manager.revoke(tokens.session())).isFalse();
    assertThatThrownBy(() -> refresh(tokens)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> refresh(child)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> verify(child)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> node.manager.info(handle))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.payload(handle))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.replaceInfo(handle, INFO))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.replacePayload(handle, INFO))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.replacePayload(tokens.accessToken().value(), INFO))
        .isInstanceOf(UnauthorisedException.class);
    assertThat(node.events.stream().filter(SessionEvent.Revoked.class::isInstance)).hasSize(1);
  }

  @Test
  void revoke_all_ends_all_sessions_of_exactly_this_user() {
    for (String other : List.of("Alice", "alicé", "alice2")) {
      node.manager.create(UserId.of(other), null, null);
    }
    SessionTokens first = node.manager.create(ALICE, null, null);
    SessionTokens second = node.manager.create(ALICE, null, null);
    assertThat(node.manager.handles(ALICE))
        .containsExactlyInAnyOrder(first.session().handle(), second.session().handle());
    assertThat(node.manager.revokeAll(ALICE)).hasSize(2);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(node.manager.handles(UserId.of("Alice"))).hasSize(1);
    assertThat(node.manager.handles(UserId.of("alicé"))).hasSize(1);
    assertThatThrownBy(() -> refresh(second)).isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void the_absolute_end_is_not_moved_by_refreshing() {
    node.close();
    node =
        new TestNode(
            TestNode.with(
                server().freshDatabase(),
                Map.of(
                    "symbolon.refresh-token.validity", "P2D",
                    "symbolon.refresh-token.max-lifetime", "P3D")),
            clock);
    SessionTokens tokens = node.manager.create(ALICE, null, null);
    java.time.Instant end = clock.instant().plus(Duration.ofDays(3));
    for (int day = 0; day < 5; day++) {
      clock.advance(Duration.ofHours(12));
      tokens = refresh(tokens);
      verify(tokens);
      assertThat(tokens.refreshToken().expiresAt()).isBeforeOrEqualTo(end);
      assertThat(tokens.accessToken().expiresAt()).isBeforeOrEqualTo(end);
    }
    SessionTokens last = tokens;
    clock.set(end.minusSeconds(60));
    assertThat(refresh(last).accessToken().expiresAt()).isEqualTo(end);
    clock.set(end);
    assertThatThrownBy(() -> refresh(last)).isInstanceOf(UnauthorisedException.class);
  }

  private Verification verify(SessionTokens tokens) {
    return verify(node, tokens);
  }

  private static Verification verify(TestNode on, SessionTokens tokens) {
    return on.manager.verify(
        tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private SessionTokens refresh(SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
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
