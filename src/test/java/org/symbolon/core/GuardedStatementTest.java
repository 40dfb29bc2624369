package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionEvent;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.store.SessionStore;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A guarded statement that hits no row: read again, decide again, three times, then 503. */
class GuardedStatementTest {
  private final SettableClock clock = new SettableClock();
  private final TestNode node = new TestNode(TestServer.H2.freshDatabase(), clock);
  private final List<SessionEvent> events = new ArrayList<>();
  private int misses;
  private int finds;

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void two_misses_are_not_noticed() {
    SessionTokens child = unconfirmedChild();
    misses = 2;
    assertThat(manager().refresh(child.refreshToken().value()).session().userId())
        .isEqualTo(UserId.of("u"));
    assertThat(finds).isEqualTo(3);
  }

  @Test
  void three_misses_are_an_answer_to_try_again() {
    SessionTokens child = unconfirmedChild();
    misses = 3;
    assertThatThrownBy(() -> manager().refresh(child.refreshToken().value()))
        .isInstanceOf(SessionStoreException.class);
    assertThat(finds).isEqualTo(3);
    assertThat(events).isEmpty();
    node.manager.refresh(child.refreshToken().value());
  }

  @Test
  void theft_is_announced_only_by_the_one_whose_delete_hit() {
    SessionTokens login = node.manager.create(UserId.of("u"), null, null);
    SessionTokens child = node.manager.refresh(login.refreshToken().value());
    clock.advance(java.time.Duration.ofSeconds(30));
    SessionTokens grandchild = node.manager.refresh(child.refreshToken().value());
    clock.advance(java.time.Duration.ofSeconds(30));
    node.manager.refresh(grandchild.refreshToken().value());
    misses = 3;
    assertThatThrownBy(() -> manager().refresh(login.refreshToken().value()))
        .isInstanceOf(SessionStoreException.class);
    assertThat(events).isEmpty();
  }

  private SessionTokens unconfirmedChild() {
    SessionTokens login = node.manager.create(UserId.of("u"), null, null);
    return node.manager.refresh(login.refreshToken().value());
  }

  private DefaultSessionManager manager() {
    return new DefaultSessionManager(
        node.config, missing(node.store), node.format, clock, new SecureRandom(), events::add);
  }

  /** The real store, whose guarded statements come too late for a while. */
  private SessionStore missing(SessionStore real) {
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              boolean guarded =
                  method.getName().equals("promote") || method.getName().equals("deleteIf");
              if (guarded && misses-- > 0) {
                return false;
              }
              finds += method.getName().equals("find") ? 1 : 0;
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
