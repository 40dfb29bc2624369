package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.testing.EncryptionKeys.keys;
import static org.symbolon.testing.EncryptionKeys.off;
import static org.symbolon.testing.EncryptionKeys.plainRows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.EncryptionKeys;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;
import org.symbolon.token.SessionSeal;

/** Mallory has a session, and can write the table of sessions: he becomes nobody else by that. */
abstract class SealedSessionsContract {
  private static final String KEY = EncryptionKeys.random();
  private static final UserId MALLORY = UserId.of("mallory");
  private static final UserId ADMIN = UserId.of("admin");
  private static final JsonObject NO_ROLE = roles("guest");
  private static final JsonObject ALL_ROLES = roles("guest", "admin");

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> database = server().freshDatabase();
  private final List<TestNode> nodes = new ArrayList<>();

  abstract TestServer server();

  @AfterEach
  void stop() {
    nodes.forEach(TestNode::close);
  }

  @Test
  void a_changed_user_is_refused_as_if_there_were_no_session() {
    TestNode node = node(keys(KEY));
    SessionTokens mallory = login(node, MALLORY, NO_ROLE);
    for (String user : List.of("admin", "Mallory", "mallory ", "{\"i\":1}")) {
      set(node, mallory, "user_id", user);
      assertRefused(node, mallory);
    }
    set(node, mallory, "user_id", "mallory");
    assertGoesOn(node, mallory);
    assertThat(node.events).noneMatch(SessionEvent.TheftDetected.class::isInstance);
    assertThat(node.events).noneMatch(SessionEvent.Revoked.class::isInstance);
  }

  @Test
  void so_is_a_changed_payload_in_any_spelling() {
    TestNode node = node(keys(KEY));
    SessionTokens mallory = login(node, MALLORY, NO_ROLE);
    SessionTokens other = login(node, MALLORY, ALL_ROLES);
    login(node, ADMIN, ALL_ROLES);
    String genuine = payload(node, mallory);
    String seal = genuine.substring(NO_ROLE.toString().length());
    assertThat(seal).hasSize(160).isBlank();
    List<String> forged = new ArrayList<>();
    forged.add(null);
    for (String text :
        List.of("", "null", " null", ALL_ROLES.toString(), NO_ROLE.toString(), " " + NO_ROLE)) {
      forged.add(text);
      if (!text.equals(NO_ROLE.toString())) {
        forged.add(text + seal);
      }
    }
    forged.add(genuine + " ");
    forged.add(genuine.substring(0, genuine.length() - 1));
    for (int i = 0; i < seal.length(); i += 13) {
      char changed = seal.charAt(i) == ' ' ? '\t' : ' ';
      forged.add(NO_ROLE + seal.substring(0, i) + changed + seal.substring(i + 1));
    }
    forged.add(payload(node, other)); // his own, with its genuine seal
    for (String text : forged) {
      set(node, mallory, "jwt_user_payload", text);
      assertRefused(node, mallory);
    }
    set(node, mallory, "jwt_user_payload", genuine);
    assertGoesOn(node, mallory);
  }

  @Test
  void nor_do_the_user_and_payload_of_another_session_fit() {
    TestNode node = node(keys(KEY));
    SessionTokens mallory = login(node, MALLORY, NO_ROLE);
    SessionTokens admin = login(node, ADMIN, ALL_ROLES);
    set(node, mallory, "user_id", "admin");
    set(node, mallory, "jwt_user_payload", payload(node, admin));
    assertRefused(node, mallory);
    assertGoesOn(node, admin);
    // the hash of a token of his in the other row: that is no token of the other session
    set(node, admin, "refresh_token_hash_2", "0".repeat(64));
    assertThatThrownBy(() -> refresh(node, admin)).isInstanceOf(TokenTheftDetectedException.class);
  }

  @Test
  void every_reader_refuses_it_and_only_revoke_deletes_it() {
    TestNode node = node(keys(KEY));
    SessionTokens mallory = login(node, MALLORY, NO_ROLE);
    SessionTokens child = refresh(node, mallory);
    use(node, child);
    SessionHandle handle = mallory.session().handle();
    set(node, mallory, "user_id", "admin");
    assertThatThrownBy(() -> node.manager.info(handle))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.payload(handle))
        .isInstanceOf(SessionNotFoundException.class);
    assertThatThrownBy(() -> node.manager.replacePayload(handle, ALL_ROLES))
        .isInstanceOf(SessionNotFoundException.class);
    TestNode asking =
        node(TestNode.with(keys(KEY), Map.of("symbolon.access-token.blacklisting", "true")));
    assertThatThrownBy(() -> use(asking, mallory)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> use(asking, child)).isInstanceOf(UnauthorisedException.class);
    assertThat(payload(node, mallory)).isNotNull();

    // or it could be put right again afterwards
    assertThat(node.manager.revoke(handle)).isTrue();
    assertThat(node.manager.revoke(handle)).isFalse();
  }

  @Test
  void a_theft_in_a_changed_row_ends_nobody_elses_sessions() {
    TestNode node = node(TestNode.with(keys(KEY), Map.of("symbolon.theft-reaction", "user")));
    SessionTokens mallory = login(node, MALLORY, NO_ROLE);
    SessionTokens admin = login(node, ADMIN, ALL_ROLES);
    SessionTokens child = refresh(node, mallory);
    use(node, child);
    clock.advance(Duration.ofMinutes(1));
    use(node, refresh(node, child));
    set(node, mallory, "user_id", "admin");
    assertRefused(node, mallory);
    assertGoesOn(node, admin);
    set(node, mallory, "user_id", "mallory");
    assertThatThrownBy(() -> refresh(node, mallory))
        .isInstanceOf(TokenTheftDetectedException.class);
  }

  @Test
  void a_payload_that_is_replaced_is_sealed_anew() {
    TestNode node = node(keys(KEY));
    for (JsonValue json : new JsonValue[] {null, JsonValue.NULL, JsonValue.TRUE, ALL_ROLES}) {
      SessionTokens tokens = login(node, UserId.of(7), json);
      assertThat(refresh(node, tokens).session().payload()).isEqualTo(json);
      assertThat(node.manager.payload(tokens.session().handle())).isEqualTo(json);
      node.manager.replacePayload(tokens.accessToken().value(), NO_ROLE);
      assertThat(refresh(node, tokens).session().payload()).isEqualTo(NO_ROLE);
      node.manager.replacePayload(tokens.session().handle(), json);
      assertThat(refresh(node, tokens).session().payload()).isEqualTo(json);
      assertThat(refresh(node, tokens).session().userId()).isEqualTo(UserId.of(7));
      assertThat(payload(node, tokens)).matches("(?s).*[ \t\r\n]{160}");
    }
  }

  @Test
  void sessions_from_before_go_on_are_sealed_and_then_have_to_be() {
    TestNode before = node(off());
    SessionTokens awake = login(before, MALLORY, NO_ROLE);
    SessionTokens silent = login(before, ADMIN, null);
    assertThat(payload(before, awake)).isEqualTo(NO_ROLE.toString());
    assertThat(payload(before, silent)).isEmpty();

    TestNode accepting = node(plainRows("accept", KEY));
    accepting.renewal.run();
    accepting.statements.clear();
    assertGoesOn(accepting, awake);
    assertThat(statements(accepting)).containsExactly("select", "update");
    assertGoesOn(accepting, awake);
    assertThat(statements(accepting)).as("once").containsExactly("select");
    assertThat(payload(accepting, awake)).startsWith(NO_ROLE.toString()).isNotEqualTo("{}");
    // a node that does not write seals reads them
    assertGoesOn(node(plainRows("write", KEY)), awake);

    accepting.renewal.run();
    TestNode strict = node(keys(KEY));
    try (LogLines log = LogLines.of(SessionSeal.class)) {
      assertGoesOn(strict, awake);
      strict.statements.clear();
      assertGoesOn(strict, awake);
      assertThat(statements(strict)).containsExactly("select");
      assertRefused(strict, silent);
      assertRefused(strict, silent);
      assertThat(log.warnings()).as("once").hasSize(1);
      assertThat(log.warnings().toString()).contains(silent.session().handle().value(), "accept");
    }
    assertGoesOn(accepting, silent);
    assertGoesOn(strict, silent);
  }

  /** The limits, as docs/operations.md has them. */
  @Test
  void what_remains_is_an_older_state_of_the_same_session() {
    TestNode node = node(keys(KEY));
    SessionTokens mallory = login(node, MALLORY, ALL_ROLES);
    String former = payload(node, mallory);
    node.manager.replacePayload(mallory.session().handle(), NO_ROLE);
    assertThat(refresh(node, mallory).session().payload()).isEqualTo(NO_ROLE);
    set(node, mallory, "jwt_user_payload", former);
    assertThat(refresh(node, mallory).session().payload()).isEqualTo(ALL_ROLES);
  }

  private void assertRefused(TestNode node, SessionTokens tokens) {
    assertThatThrownBy(() -> refresh(node, tokens)).isInstanceOf(UnauthorisedException.class);
  }

  private void assertGoesOn(TestNode node, SessionTokens tokens) {
    SessionTokens next = refresh(node, tokens);
    assertThat(next.session().userId()).isEqualTo(tokens.session().userId());
    assertThat(next.session().payload()).isEqualTo(tokens.session().payload());
  }

  private static SessionTokens login(TestNode node, UserId userId, @Nullable JsonValue payload) {
    return node.manager.create(userId, payload, null);
  }

  private static SessionTokens refresh(TestNode node, SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
  }

  private static void use(TestNode node, SessionTokens tokens) throws TryRefreshTokenException {
    node.manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip());
  }

  private TestNode node(Map<String, String> settings) {
    TestNode node = new TestNode(TestNode.with(database, settings), clock);
    nodes.add(node);
    return node;
  }

  /** Past the library. */
  private static void set(
      TestNode node, SessionTokens tokens, String column, @Nullable String text) {
    int rows =
        node.database.call(
            "write the row",
            session ->
                session
                    .createNativeMutationQuery(
                        "update refresh_tokens set "
                            + column
                            + " = :text where session_handle = :h")
                    .setParameter("text", text, String.class)
                    .setParameter("h", tokens.session().handle().value())
                    .executeUpdate());
    assertThat(rows).isEqualTo(1);
  }

  private static @Nullable String payload(TestNode node, SessionTokens tokens) {
    return node.database.call(
        "read the row",
        session ->
            session
                .createNativeQuery(
                    "select jwt_user_payload from refresh_tokens where session_handle = :h",
                    String.class)
                .setParameter("h", tokens.session().handle().value())
                .getSingleResult());
  }

  private static List<String> statements(TestNode node) {
    List<String> kinds = node.statements.stream().map(sql -> sql.strip().split(" ", 2)[0]).toList();
    node.statements.clear();
    return kinds;
  }

  private static JsonObject roles(String... names) {
    var groups = Json.createArrayBuilder();
    List.of(names).forEach(groups::add);
    return Json.createObjectBuilder().add("groups", groups).build();
  }
}
