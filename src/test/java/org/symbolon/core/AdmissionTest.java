package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** What create refuses, so that nothing is stored that does not come back (faults 6, 7, 8, 9). */
class AdmissionTest {
  private final TestNode node = new TestNode(TestServer.H2.freshDatabase(), new SettableClock());

  @AfterEach
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "\ta",
        "a\n",
        "a\u00a0",
        "\u3000a",
        "a\ufeff",
        "a\u0000b",
        "a\u007fb",
        "a\u0085b",
        "\ud83d",
        "a\ude00",
        "{\"i\":1}",
        "{ \"i\" : \"x\" }",
        "{\"i\":null}"
      })
  void user_ids_that_would_not_come_back_are_refused(String userId) {
    assertRejected(UserId.of(userId), null, null, "user id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "5",
        "a b",
        "Ä\u00a0ö",
        "u😀",
        "{\"i\":1,\"j\":2}",
        "{\"a\":1}",
        "[1]",
        "null",
        "{",
        "{i}"
      })
  void odd_but_harmless_user_ids_come_back(String userId) {
    assertComesBack(UserId.of(userId));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5, Long.MAX_VALUE, Long.MIN_VALUE, 9007199254740993L})
  void all_whole_numbers_come_back(long userId) {
    assertComesBack(UserId.of(userId));
  }

  @Test
  void a_user_id_has_at_most_128_characters() {
    assertComesBack(UserId.of("x".repeat(128)));
    assertComesBack(UserId.of("😀".repeat(128)));
    assertRejected(UserId.of("x".repeat(129)), null, null, "128 characters, this one has 129");
  }

  @Test
  void json_that_the_column_cannot_hold_is_refused() {
    JsonValue most = Json.createValue("ü".repeat(32766) + "x");
    assertThatCode(() -> node.manager.create(UserId.of("u"), null, most))
        .doesNotThrowAnyException();
    assertRejected(
        UserId.of("u"), null, Json.createValue("ü".repeat(32767)), "65536 bytes as JSON");
    assertRejected(UserId.of("u"), null, Json.createValue("\ud83d"), "half a character");
  }

  @Test
  void a_token_too_large_for_a_cookie_is_refused_naming_the_size() {
    String payload = longestAccepted();
    SessionTokens tokens = node.manager.create(UserId.of("u"), Json.createValue(payload), null);
    int most = node.config.accessToken().maxLength();
    assertThat(tokens.accessToken().value().length() + 70 + 96 + 469).isBetween(most - 2, most);
    assertThat(node.manager.refresh(tokens.refreshToken().value()).accessToken().value().length())
        .as("with the claim that it carries until the first use")
        .isLessThanOrEqualTo(most);
    JsonValue larger = Json.createValue(payload + "xxx");
    assertRejected(UserId.of("u"), larger, null, "4096");
    assertThatThrownBy(() -> node.manager.replacePayload(tokens.accessToken().value(), larger))
        .isInstanceOf(SessionRejectedException.class);
    assertThatThrownBy(() -> node.manager.replacePayload(tokens.session().handle(), larger))
        .isInstanceOf(SessionRejectedException.class);
    assertThat(node.manager.payload(tokens.session().handle()))
        .isEqualTo(Json.createValue(payload));
  }

  @Test
  void numbers_keep_every_digit() {
    JsonValue number =
        Json.createReader(new java.io.StringReader("[1.10,123456789012345678901234567890,1E400]"))
            .readValue();
    SessionTokens tokens = node.manager.create(UserId.of("u"), number, number);
    assertThat(
            node.manager
                .verify(tokens.accessToken().value(), AntiCsrfCheck.skip())
                .session()
                .payload()
                .toString())
        .isEqualTo(number.toString());
    assertThat(node.manager.info(tokens.session().handle()).toString())
        .isEqualTo(number.toString());
  }

  private String longestAccepted() {
    int low = 0;
    int high = 4096;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      try {
        node.manager.create(UserId.of("u"), Json.createValue("x".repeat(middle)), null);
        low = middle;
      } catch (SessionRejectedException e) {
        high = middle - 1;
      }
    }
    node.manager.revokeAll(UserId.of("u"));
    return "x".repeat(low);
  }

  private void assertComesBack(UserId userId) {
    SessionTokens tokens = node.manager.create(userId, null, null);
    assertThat(
            node.manager
                .verify(tokens.accessToken().value(), AntiCsrfCheck.skip())
                .session()
                .userId())
        .isEqualTo(userId);
    assertThat(node.manager.refresh(tokens.refreshToken().value()).session().userId())
        .isEqualTo(userId);
    assertThat(node.manager.handles(userId)).containsExactly(tokens.session().handle());
  }

  private void assertRejected(
      UserId userId, JsonValue payload, JsonValue info, String messagePart) {
    int before = node.statements.size();
    assertThatThrownBy(() -> node.manager.create(userId, payload, info))
        .isInstanceOf(SessionRejectedException.class)
        .hasMessageContaining(messagePart);
    assertThat(node.statements.subList(before, node.statements.size()))
        .noneMatch(sql -> sql.startsWith("insert into refresh_tokens"));
  }
}
