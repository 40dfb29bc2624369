package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;

/** There is one key of access tokens for both libraries, and either may replace it. */
class RotationOfOneKeyTest {
  private static final UserId ALICE = UserId.of("alice");

  private static Neighbours neighbours;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.onItsTables();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @Test
  void a_rotation_by_either_side_costs_no_client_more_than_a_refresh() {
    for (int round = 0; round < 3; round++) {
      for (List<SessionManager> order : neighbours.orders()) {
        List<SessionTokens> sessions = new ArrayList<>();
        for (SessionManager side : order) {
          sessions.add(side.create(ALICE, null, null));
          sessions.add(side.refresh(side.create(ALICE, null, null).refreshToken().value()));
        }
        neighbours.letRotate(order.get(0));
        for (SessionTokens tokens : sessions) {
          SessionTokens kept = tokens;
          for (SessionManager side : List.of(order.get(1), order.get(0), order.get(1))) {
            kept = use(side, kept);
          }
        }
      }
    }
  }

  @Test
  void the_key_before_counts_on_our_side_until_its_last_token_has_ended() {
    neighbours.letLookForKey(neighbours.node);
    SessionTokens login = neighbours.node.create(ALICE, null, null);
    neighbours.pass(Duration.ofSeconds(2));
    verify(neighbours.symbolon.manager, login);
    neighbours.letRotate(neighbours.symbolon.manager);
    verify(neighbours.symbolon.manager, login);
  }

  /** Else clients that refresh here and call there would be sent to and fro until we look again. */
  @Test
  void what_we_sign_once_the_key_is_due_is_signed_with_the_key_that_the_others_have_by_then() {
    Duration notYet = Duration.ofSeconds(30);
    Instant due = neighbours.now().plus(notYet);
    neighbours.setAccessTokenKey("key_value", due.minus(Duration.ofHours(24)));
    try (TestNode ours = neighbours.anotherOfOurs()) {
      verify(ours.manager, ours.manager.create(ALICE, null, null));
      neighbours.setAccessTokenKey("concat('x', substr(key_value, 2))", due);
      neighbours.pass(notYet);
      neighbours.letLookForKey(neighbours.node);
      verify(neighbours.node, ours.manager.create(ALICE, null, null));
    }
  }

  /** What a client does: call, and refresh and call again if told to. */
  private static SessionTokens use(SessionManager side, SessionTokens tokens) {
    try {
      verify(side, tokens);
      return tokens;
    } catch (TryRefreshTokenException e) {
      SessionTokens fresh = side.refresh(tokens.refreshToken().value());
      verify(side, fresh);
      return fresh;
    }
  }

  private static void verify(SessionManager side, SessionTokens tokens) {
    AntiCsrfCheck antiCsrf = AntiCsrfCheck.require(tokens.antiCsrfToken());
    assertThat(side.verify(tokens.accessToken().value(), antiCsrf).session().userId())
        .isEqualTo(ALICE);
  }
}
