package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A browser that keeps cookies from before a change of their domain, and sends both. */
class SeveralTokensTest {
  private final SettableClock clock = new SettableClock();
  private final TestNode node = new TestNode(TestServer.H2.freshDatabase(), clock);

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void a_token_that_is_left_over_is_no_theft_beside_the_present_one() {
    SessionTokens old = login("alice");
    SessionTokens present = refreshed(refreshed(old));
    SessionTokens next = node.manager.refresh(List.of(value(old), value(present)));
    assertThat(next.session().handle()).isEqualTo(old.session().handle());
    use(next);
    clock.advance(Duration.ofHours(2));
    use(node.manager.refresh(List.of(value(next), value(old))));
    assertThat(node.events).noneMatch(SessionEvent.TheftDetected.class::isInstance);
  }

  @Test
  void copies_alone_are_theft_however_many() {
    SessionTokens first = login("alice");
    SessionTokens second = refreshed(first);
    SessionTokens present = refreshed(refreshed(second));
    assertThatThrownBy(() -> node.manager.refresh(List.of(value(first), value(second))))
        .isInstanceOf(TokenTheftDetectedException.class);
    assertThatThrownBy(() -> node.manager.refresh(value(present)))
        .isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void a_token_of_a_session_that_has_ended_does_not_hide_another_one() {
    SessionTokens ended = login("alice");
    node.manager.revoke(ended.session());
    SessionTokens living = login("bob");
    assertThat(node.manager.refresh(List.of(value(ended), value(living))).session().userId())
        .isEqualTo(UserId.of("bob"));
    assertThatThrownBy(() -> node.manager.refresh(List.of(value(ended), "garbage")))
        .isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> node.manager.refresh(List.of()))
        .isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void garbage_beside_a_token_costs_no_statement() {
    SessionTokens login = login("alice");
    node.statements.clear();
    node.manager.refresh(List.of("stale", value(login)));
    assertThat(node.statements).hasSize(1);
    SessionTokens next = refreshed(login);
    node.statements.clear();
    node.manager.refresh(List.of(value(next), value(login)));
    assertThat(node.statements).as("one look at the first, and the refresh").hasSize(2);
  }

  /** A sibling domain can put a token of its own session beside the user's. */
  @Test
  void of_living_sessions_of_several_users_none_counts_and_all_live_on() {
    SessionTokens alice = login("alice");
    SessionTokens mallory = login("mallory");
    for (List<String> both :
        List.of(
            List.of(value(alice), value(mallory)),
            List.of(value(mallory), value(alice)),
            List.of("stale", value(mallory), value(alice)),
            List.of(value(alice), value(alice), value(mallory)))) {
      assertThatThrownBy(() -> node.manager.refresh(both))
          .isInstanceOf(SessionForbiddenException.class);
    }
    use(node.manager.refresh(value(alice)));
    use(node.manager.refresh(value(mallory)));
    assertThat(node.events).noneMatch(SessionEvent.TheftDetected.class::isInstance);
  }

  @Test
  void of_several_sessions_of_one_user_the_first_that_is_accepted_counts() {
    SessionTokens laptop = login("alice");
    SessionTokens phone = login("alice");
    assertThat(node.manager.refresh(List.of(value(phone), value(laptop))).session().handle())
        .isEqualTo(phone.session().handle());
  }

  private SessionTokens login(String user) {
    return node.manager.create(UserId.of(user), null, null);
  }

  private SessionTokens refreshed(SessionTokens tokens) {
    clock.advance(Duration.ofHours(2));
    SessionTokens next = node.manager.refresh(value(tokens));
    use(next);
    return next;
  }

  private void use(SessionTokens tokens) {
    node.manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip());
  }

  private static String value(SessionTokens tokens) {
    return tokens.refreshToken().value();
  }
}
