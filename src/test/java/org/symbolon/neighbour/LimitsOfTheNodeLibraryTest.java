package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;

/** What docs/neighbour.md says that the Node library cannot share is really so, and no worse. */
class LimitsOfTheNodeLibraryTest {
  private static final UserId LOWER = UserId.of("alice");
  private static final UserId UPPER = UserId.of("Alice");

  private Neighbours neighbours;
  private SessionManager node;
  private SessionManager symbolon;

  @BeforeEach
  void start() {
    neighbours = Neighbours.onItsTables();
    node = neighbours.node;
    symbolon = neighbours.symbolon.manager;
  }

  @AfterEach
  void stop() {
    neighbours.close();
  }

  @Test
  void on_its_tables_it_takes_users_for_one_whom_we_tell_apart_until_the_tables_are_changed() {
    SessionHandle other = symbolon.create(UPPER, null, null).session().handle();
    symbolon.create(LOWER, null, null);
    assertThat(symbolon.revokeAll(LOWER)).hasSize(1).doesNotContain(other);
    assertThat(node.handles(LOWER)).containsExactly(other);
    node.revokeAll(LOWER);
    assertThat(symbolon.handles(UPPER)).isEmpty();

    SessionTokens kept = node.create(UPPER, null, null);
    neighbours.execute(
        "alter table refresh_token"
            + " convert to character set utf8mb4 collate utf8mb4_bin,"
            + " add key refresh_tokens_user_id (user_id),"
            + " add key refresh_tokens_expires_at (expires_at)");
    assertThat(node.revokeAll(LOWER)).isEmpty();
    assertThat(symbolon.handles(UPPER)).containsExactly(kept.session().handle());
    verify(symbolon, refresh(node, kept));
  }

  @Test
  void emoji_are_lost_when_it_writes_them_and_kept_by_us() {
    JsonValue text = Json.createValue("hi \uD83D\uDE00");
    SessionTokens login = symbolon.create(LOWER, text, text);
    SessionHandle handle = login.session().handle();
    SessionTokens child = refresh(symbolon, login);
    verify(symbolon, child);
    assertThat(symbolon.info(handle)).isEqualTo(text);
    SessionTokens next = refresh(node, child);
    assertThat(next.session().payload()).isEqualTo(Json.createValue("hi ?"));
    verify(node, next);
    assertThat(symbolon.info(handle)).isEqualTo(Json.createValue("hi ?"));
    assertThat(symbolon.payload(handle)).isEqualTo(text);
  }

  @Test
  void a_user_with_emoji_in_the_id_can_refresh_with_us_only() {
    SessionTokens login = symbolon.create(UserId.of("\uD83D\uDE00"), null, null);
    assertThatThrownBy(() -> refresh(node, login)).isInstanceOf(UnauthorisedException.class);
    verify(symbolon, refresh(symbolon, login));
  }

  @Test
  void numbers_become_those_of_javascript_when_it_writes_them() {
    JsonValue numbers = json("[1.10,12345678901234567890]");
    SessionTokens login = symbolon.create(LOWER, numbers, numbers);
    assertThat(symbolon.info(login.session().handle()).toString()).isEqualTo(numbers.toString());
    verify(node, refresh(symbolon, login));
    assertThat(symbolon.info(login.session().handle()).toString())
        .isEqualTo("[1.1,12345678901234567000]");
  }

  @Test
  void a_late_refresh_is_forgiven_between_our_nodes_only() {
    SessionTokens ours = symbolon.create(LOWER, null, null);
    verify(node, refresh(symbolon, ours));
    refresh(symbolon, ours);
    assertThatThrownBy(() -> refresh(node, ours)).isInstanceOf(TokenTheftDetectedException.class);

    SessionTokens theirs = symbolon.create(LOWER, null, null);
    verify(symbolon, refresh(node, theirs));
    assertThatThrownBy(() -> refresh(symbolon, theirs))
        .isInstanceOf(TokenTheftDetectedException.class);
  }

  @Test
  void it_answers_the_loser_of_a_race_with_unauthorised() {
    SessionTokens login = node.create(LOWER, null, null);
    SessionTokens loser = refresh(node, login);
    verify(node, refresh(node, login));
    assertThatThrownBy(() -> verify(node, loser)).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> verify(symbolon, loser)).isInstanceOf(TryRefreshTokenException.class);
  }

  @Test
  void it_takes_up_a_payload_that_we_replaced_with_the_next_refresh() {
    SessionTokens login = node.create(LOWER, Json.createValue("old"), null);
    symbolon.replacePayload(login.session().handle(), Json.createValue("new"));
    verify(node, login);
    assertThat(refresh(node, login).session().payload()).isEqualTo(Json.createValue("new"));
  }

  private static void verify(SessionManager side, SessionTokens tokens) {
    side.verify(tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private static SessionTokens refresh(SessionManager side, SessionTokens tokens) {
    return side.refresh(tokens.refreshToken().value());
  }

  private static JsonValue json(String text) {
    try (jakarta.json.JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
