package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionException;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Neither logs nor exceptions nor events nor any toString shows a token (ASVS 16.2.5). */
class NoTokenInLogsTest {
  private static final Logger LIBRARY = Logger.getLogger("org.symbolon");
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private final SettableClock clock = new SettableClock();
  private final TestNode node = new TestNode(TestServer.H2.freshDatabase(), clock);
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          shown.add(new SimpleFormatter().format(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    LIBRARY.setLevel(Level.ALL);
    LIBRARY.addHandler(handler);
    HIBERNATE.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LIBRARY.removeHandler(handler);
    HIBERNATE.removeHandler(handler);
    LIBRARY.setLevel(null);
    node.close();
  }

  @Test
  void not_in_a_whole_life_with_theft_and_failures() {
    SessionTokens login =
        keep(node.manager.create(UserId.of("alice"), Json.createValue("p"), null));
    SessionTokens child = keep(node.manager.refresh(login.refreshToken().value()));
    shown.add(node.manager.verify(child.accessToken().value(), AntiCsrfCheck.skip()).toString());
    clock.advance(java.time.Duration.ofMinutes(5));
    SessionTokens grandchild = keep(node.manager.refresh(child.refreshToken().value()));
    node.manager.verify(grandchild.accessToken().value(), AntiCsrfCheck.skip());
    attempt(() -> node.manager.verify(login.accessToken().value() + "x", AntiCsrfCheck.skip()));
    attempt(() -> node.manager.verify(login.accessToken().value(), AntiCsrfCheck.require("guess")));
    attempt(() -> node.manager.refresh(login.refreshToken().value()));
    attempt(() -> node.manager.refresh(grandchild.refreshToken().value()));
    node.database.close();
    attempt(() -> node.manager.refresh(grandchild.refreshToken().value()));
    node.events.forEach(event -> shown.add(event.toString()));

    assertThat(shown).anyMatch(line -> line.contains("token theft detected"));
    for (String secret : secrets) {
      assertThat(shown).noneMatch(line -> line.contains(secret));
    }
  }

  private SessionTokens keep(SessionTokens tokens) {
    for (Token token :
        List.of(tokens.accessToken(), tokens.refreshToken(), tokens.idRefreshToken())) {
      secrets.add(token.value());
      shown.add(token.toString());
    }
    secrets.add(tokens.antiCsrfToken());
    shown.add(tokens.toString());
    shown.add(tokens.session().toString());
    return tokens;
  }

  private void attempt(Runnable act) {
    try {
      act.run();
      throw new AssertionError("should have failed");
    } catch (SessionException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        shown.add(t.toString());
      }
    }
  }
}
