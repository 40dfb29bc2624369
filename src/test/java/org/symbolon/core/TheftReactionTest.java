package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.store.SessionStore;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** The database fails at any statement of the reaction to a theft: it is resumed, nothing lost. */
class TheftReactionTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final UserId BOB = UserId.of("bob");

  private final SettableClock clock = new SettableClock();
  private TestNode node =
      new TestNode(
          TestNode.with(TestServer.H2.freshDatabase(), Map.of("symbolon.theft-reaction", "user")),
          clock);
  private final List<SessionEvent> events = new ArrayList<>();
  private final DefaultSessionManager manager = manager();

  /** Which call of the store fails, counted from here; none if it is not positive. */
  private int failing;

  /** Whether the database does it all the same, and only the answer is lost. */
  private boolean isAnswerLost;

  @AfterEach
  void stop() {
    node.close();
  }

  /** 1: the read, 2: the list of the user's sessions, 3 to 5: each other session, 6: the last. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6"})
  void whichever_statement_fails_the_stale_token_resumes_it(int statement) {
    SessionTokens stale = staleToken();
    List<SessionHandle> all = node.manager.handles(ALICE);
    failing = statement;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    assertThat(node.manager.handles(ALICE)).contains(stale.session().handle());

    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(TokenTheftDetectedException.class);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(node.manager.handles(BOB)).hasSize(1);
    assertThat(revoked()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(thefts()).containsExactly(stale.session().handle());

    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(UnauthorisedException.class);
    assertThat(thefts()).hasSize(1);
  }

  /** The statement is carried out, and nobody is told so. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void an_answer_that_is_lost_at_another_session_costs_its_event_only(int statement) {
    SessionTokens stale = staleToken();
    failing = statement;
    isAnswerLost = true;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(TokenTheftDetectedException.class);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(revoked()).hasSize(3);
    assertThat(thefts()).hasSize(1);
  }

  @Test
  void an_answer_that_is_lost_at_the_last_statement_does_not_cost_the_alarm() {
    SessionTokens stale = staleToken();
    failing = 6;
    isAnswerLost = true;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(thefts()).containsExactly(stale.session().handle());
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(UnauthorisedException.class);
  }

  /** The first node dies half way: another one, which was told nothing, completes it. */
  @Test
  void another_node_resumes_it_and_is_alarmed_too() {
    SessionTokens stale = staleToken();
    failing = 4;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    assertThat(thefts()).hasSize(1);
    assertThatThrownBy(() -> manager().refresh(stale.refreshToken().value()))
        .isInstanceOf(TokenTheftDetectedException.class);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(thefts()).hasSize(2);
    assertThat(revoked()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void the_thief_cannot_use_what_failed_half_way() {
    SessionTokens stale = staleToken();
    failing = 2;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    failing = 6;
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(SessionStoreException.class);
    assertThat(node.manager.handles(ALICE)).containsExactly(stale.session().handle());
    assertThatThrownBy(() -> refresh(stale)).isInstanceOf(TokenTheftDetectedException.class);
    assertThat(thefts()).hasSize(1);
  }

  /** The default reaction has one statement. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reaction_session_loses_no_alarm_either(boolean isCarriedOut) {
    node.close();
    node = new TestNode(TestServer.H2.freshDatabase(), clock);
    DefaultSessionManager plain = manager();
    SessionTokens stale = staleToken();
    failing = 2;
    isAnswerLost = isCarriedOut;
    assertThatThrownBy(() -> plain.refresh(stale.refreshToken().value()))
        .isInstanceOf(SessionStoreException.class);
    assertThat(thefts()).containsExactly(stale.session().handle());
    assertThatThrownBy(() -> plain.refresh(stale.refreshToken().value()))
        .isInstanceOf(
            isCarriedOut ? UnauthorisedException.class : TokenTheftDetectedException.class);
    assertThat(thefts()).hasSize(1);
    assertThat(node.manager.handles(ALICE)).hasSize(3);
  }

  @Test
  void without_a_reaction_who_repeats_a_stolen_token_is_announced_once_a_step_and_an_hour() {
    node.close();
    node =
        new TestNode(
            TestNode.with(TestServer.H2.freshDatabase(), Map.of("symbolon.theft-reaction", "none")),
            clock);
    DefaultSessionManager plain = manager();
    SessionTokens stale = staleToken();
    Runnable flood = () -> IntStream.range(0, 100).forEach(i -> assertTheft(plain, stale));
    try (LogLines log = LogLines.of(ReactingToTheft.class)) {
      flood.run();
      assertThat(thefts()).hasSize(1);
      clock.advance(Duration.ofMinutes(59));
      flood.run();
      assertThat(thefts()).hasSize(1);
      clock.advance(Duration.ofMinutes(2));
      flood.run();
      assertThat(thefts()).hasSize(2);
      assertThat(log.warnings()).hasSize(2);
    }
  }

  @Test
  void without_a_reaction_lines_about_many_sessions_are_limited_and_each_is_announced() {
    node.close();
    node =
        new TestNode(
            TestNode.with(TestServer.H2.freshDatabase(), Map.of("symbolon.theft-reaction", "none")),
            clock);
    DefaultSessionManager plain = manager();
    List<SessionTokens> stolen = Stream.generate(this::staleToken).limit(15).toList();
    try (LogLines log = LogLines.of(ReactingToTheft.class)) {
      stolen.forEach(stale -> assertTheft(plain, stale));
      assertThat(thefts()).hasSize(15);
      assertThat(log.warnings()).hasSize(10);
    }
  }

  private static void assertTheft(DefaultSessionManager plain, SessionTokens stale) {
    assertThatThrownBy(() -> plain.refresh(stale.refreshToken().value()))
        .isInstanceOf(TokenTheftDetectedException.class);
  }

  /** Of a session that has moved on by two generations; Alice has three others, and Bob has one. */
  private SessionTokens staleToken() {
    SessionTokens login = login(ALICE);
    Stream.of(ALICE, ALICE, BOB, ALICE).forEach(this::login);
    SessionTokens child = node.manager.refresh(login.refreshToken().value());
    clock.advance(Duration.ofMinutes(1));
    SessionTokens grandchild = node.manager.refresh(child.refreshToken().value());
    clock.advance(Duration.ofMinutes(1));
    node.manager.refresh(grandchild.refreshToken().value());
    return login;
  }

  private SessionTokens login(UserId userId) {
    return node.manager.create(userId, null, null);
  }

  private void refresh(SessionTokens tokens) {
    manager.refresh(tokens.refreshToken().value());
  }

  private List<SessionHandle> thefts() {
    return handles(SessionEvent.TheftDetected.class);
  }

  private List<SessionHandle> revoked() {
    return handles(SessionEvent.Revoked.class);
  }

  private List<SessionHandle> handles(Class<? extends SessionEvent> type) {
    return events.stream().filter(type::isInstance).map(SessionEvent::handle).toList();
  }

  private DefaultSessionManager manager() {
    return new DefaultSessionManager(
        node.config, failing(node.store), node.format, clock, new SecureRandom(), events::add);
  }

  private SessionStore failing(SessionStore real) {
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              boolean isFailing = failing-- == 1;
              if (isFailing && !isAnswerLost) {
                throw new SessionStoreException("the test's database is down", null);
              }
              try {
                Object result = method.invoke(real, arguments);
                if (isFailing) {
                  throw new SessionStoreException("the test's answer is lost", null);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
