package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Theft and what is not theft, through the whole manager, with a clock of its own. */
class TheftTest {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private TestNode node = node(Map.of());

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void a_lost_answer_costs_nothing_however_late_the_retry() {
    SessionTokens login = login();
    refresh(login);
    clock.advance(Duration.ofDays(3));
    SessionTokens retried = refresh(login);
    use(retried);
    clock.advance(Duration.ofHours(2));
    use(refresh(retried));
    assertThat(events(SessionEvent.TheftDetected.class)).isEmpty();
  }

  @Test
  void two_tabs_with_one_token_within_the_leeway_both_get_on() {
    SessionTokens login = login();
    SessionTokens one = refresh(login);
    clock.advance(Duration.ofSeconds(6));
    SessionTokens other = refresh(login);
    assertThat(other.refreshToken().value()).isNotEqualTo(one.refreshToken().value());
    assertThat(other.antiCsrfToken()).isEqualTo(one.antiCsrfToken());
    assertThat(other.idRefreshToken().value()).isNotEqualTo(one.idRefreshToken().value());
    use(one);
    clock.advance(Duration.ofHours(2));
    SessionTokens answer = refresh(other);
    assertThat(answer.refreshToken().value()).isEqualTo(one.refreshToken().value());
    use(answer);
    assertThat(events(SessionEvent.HonestRepeat.class)).hasSize(1);
    assertThat(events(SessionEvent.TheftDetected.class)).isEmpty();
  }

  @Test
  void the_outdated_access_token_of_a_sibling_is_told_to_refresh() {
    SessionTokens login = login();
    SessionTokens one = refresh(login);
    clock.advance(Duration.ofSeconds(6));
    SessionTokens other = refresh(login);
    use(one);
    assertThatThrownBy(() -> use(other)).isInstanceOf(TryRefreshTokenException.class);
  }

  /** django-oauth-toolkit 1617: a grace period that accepts old generations. */
  @Test
  void generation_n_minus_2_is_theft_even_within_the_leeway() {
    SessionTokens login = login();
    SessionTokens child = refresh(login);
    use(child);
    SessionTokens grandchild = refresh(child);
    use(grandchild);
    assertTheft(login);
  }

  /** Supabase v2: a thief who stays one generation behind. */
  @Test
  void a_thief_and_the_owner_who_alternate_are_detected_in_the_first_cycle() {
    node.close();
    node = node(Map.of("symbolon.theft-reaction", "none"));
    SessionTokens owner = login();
    SessionTokens stolen = owner;
    int detected = 0;
    for (int cycle = 0; cycle < 100; cycle++) {
      clock.advance(Duration.ofHours(1));
      owner = refresh(owner);
      use(owner);
      clock.advance(Duration.ofMinutes(10));
      SessionTokens held = stolen;
      assertTheft(held);
      detected++;
    }
    assertThat(detected).isEqualTo(100);
  }

  /** Keycloak 50999: an order by seconds. */
  @Test
  void a_thousand_rotations_under_a_frozen_clock_are_kept_in_order() {
    node.close();
    node = node(Map.of("symbolon.theft-reaction", "none"));
    List<SessionTokens> chain = new ArrayList<>(List.of(login()));
    for (int i = 0; i < 1000; i++) {
      SessionTokens next = refresh(chain.get(chain.size() - 1));
      use(next);
      chain.add(next);
    }
    for (SessionTokens old : chain.subList(0, chain.size() - 2)) {
      assertTheft(old);
    }
    use(refresh(chain.get(chain.size() - 1)));
  }

  @Test
  void the_default_reaction_ends_the_session_at_once() {
    SessionTokens login = login();
    SessionTokens other = login();
    SessionTokens child = refresh(login);
    use(child);
    clock.advance(Duration.ofMinutes(1));
    SessionTokens grandchild = refresh(child);
    use(grandchild);
    assertTheft(login);
    assertThatThrownBy(() -> refresh(grandchild)).isInstanceOf(UnauthorisedException.class);
    assertThat(node.manager.handles(ALICE)).containsExactly(other.session().handle());
    assertThat(events(SessionEvent.TheftDetected.class))
        .containsExactly(
            new SessionEvent.TheftDetected(login.session().handle(), ALICE, clock.instant()));
    assertThat(events(SessionEvent.Revoked.class)).hasSize(1);
  }

  @Test
  void reaction_user_ends_all_of_the_users_sessions() {
    node.close();
    node = node(Map.of("symbolon.theft-reaction", "user"));
    login();
    node.manager.create(UserId.of("bob"), null, null);
    SessionTokens login = login();
    SessionTokens child = refresh(login);
    use(child);
    clock.advance(Duration.ofMinutes(1));
    assertTheft(login);
    assertThat(node.manager.handles(ALICE)).isEmpty();
    assertThat(node.manager.handles(UserId.of("bob"))).hasSize(1);
    assertThat(events(SessionEvent.Revoked.class)).hasSize(2);
  }

  @Test
  void one_token_refreshed_in_more_than_twenty_slots_is_theft() {
    SessionTokens login = login();
    for (int i = 0; i < 20; i++) {
      refresh(login);
      refresh(login);
      clock.advance(Duration.ofSeconds(5));
    }
    assertTheft(login);
  }

  @Test
  void without_leeway_siblings_are_what_they_are_in_the_reference() {
    node.close();
    node = node(Map.of("symbolon.refresh-token.leeway", "PT0S"));
    SessionTokens login = login();
    SessionTokens one = refresh(login);
    SessionTokens other = refresh(login);
    assertThat(other.refreshToken().value()).isNotEqualTo(one.refreshToken().value());
    use(one);
    assertTheft(other);
  }

  /** SAS PR 2319: an absolute lifetime that starts anew with each rotation. */
  @Test
  void ten_thousand_rotations_do_not_move_the_absolute_end() {
    node.close();
    node = node(Map.of("symbolon.refresh-token.max-lifetime", "P2D"));
    SessionTokens tokens = login();
    Instant end = clock.instant().plus(Duration.ofDays(2));
    for (int i = 0; i < 10_000; i++) {
      clock.advance(Duration.ofSeconds(15));
      tokens = refresh(tokens);
    }
    assertThat(tokens.refreshToken().expiresAt()).isEqualTo(end);
    clock.set(end);
    SessionTokens last = tokens;
    assertThatThrownBy(() -> refresh(last)).isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void garbage_is_unauthorised_without_a_statement() {
    login();
    node.statements.clear();
    for (String garbage : List.of("", "x", "é", "A".repeat(146), "A".repeat(100_000))) {
      assertThatThrownBy(() -> node.manager.refresh(garbage))
          .isInstanceOf(UnauthorisedException.class);
    }
    assertThat(node.statements).isEmpty();
  }

  private TestNode node(Map<String, String> properties) {
    return new TestNode(TestNode.with(TestServer.H2.freshDatabase(), properties), clock);
  }

  private SessionTokens login() {
    return node.manager.create(ALICE, null, null);
  }

  private SessionTokens refresh(SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
  }

  private void use(SessionTokens tokens) {
    node.manager.verify(
        tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private void assertTheft(SessionTokens tokens) {
    assertThatThrownBy(() -> refresh(tokens)).isInstanceOf(TokenTheftDetectedException.class);
  }

  private List<SessionEvent> events(Class<?> type) {
    return node.events.stream().filter(type::isInstance).toList();
  }
}
