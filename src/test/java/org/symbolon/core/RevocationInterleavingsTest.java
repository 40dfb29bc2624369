package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionException;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.store.SessionStore;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/**
 * Keycloak 51312, a refresh against a revocation, in every order: each act is a row of statements,
 * and before each of them, and after the last, the session is revoked. Whatever the act then still
 * hands out is accepted nowhere.
 */
class RevocationInterleavingsTest {
  private final SettableClock clock = new SettableClock();
  private final TestNode node =
      new TestNode(
          TestNode.with(
              TestServer.H2.freshDatabase(), Map.of("symbolon.access-token.blacklisting", "true")),
          clock);

  private final List<String> accessTokens = new ArrayList<>();
  private final List<String> refreshTokens = new ArrayList<>();
  private Runnable beforeStatement = () -> {};
  private String confirmed = "";

  @AfterEach
  void stop() {
    node.close();
  }

  /** The ways to end a session. */
  enum Ending {
    BY_HANDLE,
    BY_LOGOUT,
    BY_USER,
    BY_THEFT;

    void end(SessionManager manager, SessionTokens login) {
      switch (this) {
        case BY_HANDLE -> manager.revoke(login.session().handle());
        case BY_LOGOUT -> manager.revoke(login.session());
        case BY_USER -> manager.revokeAll(login.session().userId());
        case BY_THEFT ->
            assertThatThrownBy(() -> manager.refresh(login.refreshToken().value()))
                .isInstanceOf(TokenTheftDetectedException.class);
      }
    }
  }

  /** What else can be under way. */
  private interface Act {
    void on(SessionManager manager, SessionTokens used, SessionTokens child);
  }

  @ParameterizedTest
  @EnumSource
  void a_refresh_with_the_parent(Ending ending) {
    explore(
        ending, 1, (manager, used, child) -> keep(manager.refresh(used.refreshToken().value())));
  }

  @ParameterizedTest
  @EnumSource
  void a_refresh_with_an_unused_child(Ending ending) {
    explore(
        ending, 2, (manager, used, child) -> keep(manager.refresh(child.refreshToken().value())));
  }

  @ParameterizedTest
  @EnumSource
  void a_first_use(Ending ending) {
    explore(ending, 1, (manager, used, child) -> use(manager, child.accessToken().value()));
  }

  @ParameterizedTest
  @EnumSource
  void a_use(Ending ending) {
    explore(ending, 1, (manager, used, child) -> use(manager, confirmed));
  }

  @ParameterizedTest
  @EnumSource
  void a_change_of_the_payload(Ending ending) {
    explore(
        ending,
        2,
        (manager, used, child) ->
            accessTokens.add(
                manager.replacePayload(confirmed, JsonValue.TRUE).replacement().value()));
  }

  @Test
  void the_tests_above_would_notice_a_session_that_goes_on() {
    SessionTokens login = keep(node.manager.create(UserId.of("u"), null, null));
    assertThatThrownBy(() -> assertAllRefused()).isInstanceOf(AssertionError.class);
    node.manager.revoke(login.session());
    assertAllRefused();
  }

  /** Revokes before each of the act's statements in turn, and after the last. */
  private void explore(Ending ending, int statements, Act act) {
    for (int turn = 0; turn <= statements; turn++) {
      accessTokens.clear();
      refreshTokens.clear();
      beforeStatement = () -> {};
      SessionTokens login = keep(node.manager.create(UserId.of("u"), null, null));
      SessionTokens used = used(used(login));
      clock.advance(Duration.ofMinutes(1));
      SessionTokens child = keep(node.manager.refresh(used.refreshToken().value()));

      int[] seen = {0};
      int before = turn;
      beforeStatement =
          () -> {
            if (seen[0]++ == before) {
              ending.end(node.manager, login);
            }
          };
      try {
        act.on(manager(), used, child);
      } catch (UnauthorisedException e) {
        assertThat(turn).as("refused only if revoked before the end").isLessThan(statements);
      }
      if (turn == statements) {
        assertThat(seen[0]).as("statements of the act").isEqualTo(statements);
        ending.end(node.manager, login);
      }
      assertAllRefused();
      assertThat(node.manager.handles(UserId.of("u"))).isEmpty();
    }
  }

  private SessionTokens used(SessionTokens tokens) {
    clock.advance(Duration.ofMinutes(1));
    SessionTokens child = keep(node.manager.refresh(tokens.refreshToken().value()));
    use(node.manager, child.accessToken().value());
    confirmed = accessTokens.get(accessTokens.size() - 1);
    return child;
  }

  private void use(SessionManager manager, String accessToken) {
    var replacement = manager.verify(accessToken, AntiCsrfCheck.skip()).replacement();
    if (replacement != null) {
      accessTokens.add(replacement.value());
    }
  }

  private SessionTokens keep(SessionTokens tokens) {
    accessTokens.add(tokens.accessToken().value());
    refreshTokens.add(tokens.refreshToken().value());
    return tokens;
  }

  private void assertAllRefused() {
    for (String token : refreshTokens) {
      assertEnds(() -> node.manager.refresh(token));
    }
    for (String token : accessTokens) {
      assertEnds(() -> node.manager.verify(token, AntiCsrfCheck.skip()));
      assertEnds(() -> node.manager.replacePayload(token, JsonValue.TRUE));
    }
  }

  private static void assertEnds(Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOf(SessionException.class)
        .isInstanceOf(UnauthorisedException.class);
  }

  private SessionManager manager() {
    return new DefaultSessionManager(
        node.config, interrupted(node.store), node.format, clock, new SecureRandom(), event -> {});
  }

  private SessionStore interrupted(SessionStore real) {
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              beforeStatement.run();
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
