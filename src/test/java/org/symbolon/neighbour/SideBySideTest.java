package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;

/** One session, now at the Node library and now at ours, on one database. */
class SideBySideTest {
  private static Neighbours neighbours;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.onItsTables();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  static Stream<UserId> users() {
    return Stream.of(
        UserId.of("alice"),
        UserId.of("5"),
        UserId.of("Zoë 漢字 \"x\""),
        UserId.of("{\"j\":5}"),
        UserId.of(5),
        UserId.of(0),
        UserId.of(-7),
        UserId.of((1L << 53) - 1));
  }

  @ParameterizedTest
  @MethodSource("users")
  void a_session_goes_to_and_fro_as_if_they_were_one(UserId user) {
    for (List<SessionManager> order : neighbours.orders()) {
      SessionManager here = order.get(0);
      SessionManager there = order.get(1);
      SessionTokens login = here.create(user, null, null);
      SessionHandle handle = login.session().handle();
      assertThat(verify(there, login).replacement()).isNull();
      SessionTokens child = refresh(there, login);
      assertThat(child.session().handle()).isEqualTo(handle);
      assertThat(child.session().userId()).isEqualTo(user);
      Verification firstUse = verify(here, child);
      assertThat(firstUse.session().userId()).isEqualTo(user);
      assertThat(firstUse.session().handle()).isEqualTo(handle);
      assertThat(
              there
                  .verify(
                      firstUse.replacement().value(), AntiCsrfCheck.require(child.antiCsrfToken()))
                  .replacement())
          .isNull();
      // a child that was never used for a call
      SessionTokens unused = refresh(here, child);
      SessionTokens last = refresh(there, unused);
      assertThat(verify(here, last).replacement()).isNotNull();
      assertThat(there.handles(user)).containsExactly(handle);
      assertThat(here.handles(user)).containsExactly(handle);
      assertThat(there.revoke(handle)).isTrue();
      assertThat(here.revoke(handle)).isFalse();
      for (SessionManager side : order) {
        assertThatThrownBy(() -> refresh(side, last)).isInstanceOf(UnauthorisedException.class);
        assertThat(side.handles(user)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "undefined",
        "null",
        "true",
        "0",
        "-1.5",
        "9007199254740991",
        "\"\"",
        "\"null\"",
        "\"a \\\"quoted\\\" line\\n, Zoë 漢字 €\"",
        "{}",
        "[]",
        "{\"a\":null,\"b\":[1,\"two\",{\"c\":[[]]}],\"d\":{\"e\":{\"f\":false}}}"
      })
  void every_json_value_is_the_same_on_both_sides(String text) {
    JsonValue value = text.equals("undefined") ? null : json(text);
    JsonValue other = Json.createValue("other");
    UserId user = UserId.of("json");
    for (List<SessionManager> order : neighbours.orders()) {
      SessionManager here = order.get(0);
      SessionManager there = order.get(1);
      SessionTokens login = here.create(user, value, value);
      SessionHandle handle = login.session().handle();
      assertThat(there.info(handle)).isEqualTo(value);
      assertThat(verify(there, login).session().payload()).isEqualTo(value);
      SessionTokens child = refresh(there, login);
      assertThat(child.session().payload()).isEqualTo(value);
      assertThat(verify(here, child).session().payload()).isEqualTo(value);
      // the original writes the info again when it promotes
      assertThat(there.info(handle)).isEqualTo(value);
      here.replaceInfo(handle, other);
      assertThat(there.info(handle)).isEqualTo(other);
      there.replaceInfo(handle, value);
      there.replaceInfo(handle, value);
      assertThat(here.info(handle)).isEqualTo(value);
    }
  }

  @Test
  void theft_is_seen_by_either_side_wherever_the_tokens_came_from() {
    for (List<SessionManager> order : neighbours.orders()) {
      for (SessionManager side : order) {
        SessionTokens login = order.get(0).create(UserId.of("owner"), null, null);
        SessionTokens child = refresh(order.get(1), login);
        verify(order.get(0), child);
        neighbours.passLeeway();
        assertThatThrownBy(() -> refresh(side, login))
            .isInstanceOfSatisfying(
                TokenTheftDetectedException.class,
                theft -> {
                  assertThat(theft.handle()).isEqualTo(login.session().handle());
                  assertThat(theft.userId()).isEqualTo(UserId.of("owner"));
                });
        // ours ends the session by itself; the original leaves that to the application
        assertThat(side.revoke(login.session().handle())).isEqualTo(side == neighbours.node);
        for (SessionManager each : order) {
          assertThatThrownBy(() -> refresh(each, child)).isInstanceOf(UnauthorisedException.class);
        }
      }
    }
  }

  @Test
  void the_sessions_of_a_user_are_found_and_ended_on_both_sides() {
    for (List<SessionManager> order : neighbours.orders()) {
      List<UserId> users = List.of(UserId.of(77), UserId.of("77"));
      for (UserId user : users) {
        List<SessionHandle> all =
            List.of(
                order.get(0).create(user, null, null).session().handle(),
                order.get(1).create(user, null, null).session().handle());
        for (SessionManager side : order) {
          assertThat(side.handles(user)).containsExactlyInAnyOrderElementsOf(all);
        }
      }
      for (UserId user : users) {
        assertThat(order.get(0).revokeAll(user)).hasSize(2);
        assertThat(order.get(1).handles(user)).isEmpty();
      }
    }
  }

  @Test
  void a_wrong_anti_csrf_token_is_refused_wherever_it_came_from() {
    for (List<SessionManager> order : neighbours.orders()) {
      SessionTokens login = order.get(0).create(UserId.of("alice"), null, null);
      for (SessionManager side : order) {
        for (String wrong : new String[] {"wrong", null}) {
          assertThatThrownBy(
                  () -> side.verify(login.accessToken().value(), AntiCsrfCheck.require(wrong)))
              .isInstanceOf(TryRefreshTokenException.class);
        }
        assertThat(verify(side, login).replacement()).isNull();
      }
    }
  }

  private static Verification verify(SessionManager side, SessionTokens tokens) {
    return side.verify(tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
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
