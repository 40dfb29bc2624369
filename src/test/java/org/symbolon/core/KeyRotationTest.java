package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionTokens;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A rotation of the signing key is noticed by nobody, on any node. */
class KeyRotationTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void no_request_fails_over_three_days_of_rotation_on_two_nodes() {
    Map<String, String> database = TestServer.H2.freshDatabase();
    try (TestNode first = new TestNode(database, clock);
        TestNode second = new TestNode(database, clock)) {
      SessionTokens tokens = first.manager.create(UserId.of("u"), null, null);
      Set<String> keysSeen = new HashSet<>();
      Instant end = clock.instant().plus(Duration.ofDays(3));
      int requests = 0;
      for (int i = 0; clock.instant().isBefore(end); i++) {
        TestNode node = i % 2 == 0 ? first : second;
        var verified = node.manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip());
        assertThat(verified.session().userId()).isEqualTo(UserId.of("u"));
        keysSeen.add(keyId(tokens.accessToken().value()));
        requests++;
        clock.advance(Duration.ofMinutes(10));
        if (i % 5 == 4) { // 50 minutes: the token is still good, also where its key is not new
          tokens = node.manager.refresh(tokens.refreshToken().value());
        }
      }
      assertThat(requests).isEqualTo(432);
      assertThat(keysSeen).as("keys of four days").hasSize(4);
    }
  }

  @Test
  void a_node_that_sleeps_through_the_announcement_still_verifies() {
    Map<String, String> database = TestServer.H2.freshDatabase();
    try (TestNode awake = new TestNode(database, clock);
        TestNode asleep = new TestNode(database, clock)) {
      asleep.manager.create(UserId.of("u"), null, null);
      clock.advance(Duration.ofDays(1));
      String token = awake.manager.create(UserId.of("u"), null, null).accessToken().value();
      assertThat(asleep.manager.verify(token, AntiCsrfCheck.skip())).isNotNull();
    }
  }

  @Test
  void no_request_fails_across_two_rotations_out_of_turn() {
    Map<String, String> database = TestServer.H2.freshDatabase();
    try (TestNode first = new TestNode(database, clock);
        TestNode second = new TestNode(database, clock)) {
      SessionTokens tokens = first.manager.create(UserId.of("u"), null, null);
      Set<String> keysSeen = new HashSet<>();
      for (int minute = 0; minute < 300; minute++) {
        TestNode node = minute % 2 == 0 ? first : second;
        if (minute == 10 || minute == 130) {
          node.keys.rotate();
        }
        assertThat(node.manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip()))
            .isNotNull();
        keysSeen.add(keyId(tokens.accessToken().value()));
        clock.advance(Duration.ofMinutes(1));
        if (minute % 5 == 4) {
          tokens = node.manager.refresh(tokens.refreshToken().value());
        }
      }
      assertThat(keysSeen).hasSize(3);
    }
  }

  @Test
  void a_session_lives_through_every_rotation_of_the_refresh_key_until_its_end() {
    try (TestNode node = new TestNode(TestServer.H2.freshDatabase(), clock)) {
      Instant login = clock.instant();
      SessionTokens tokens = node.manager.create(UserId.of("u"), null, null);
      Instant end = login.plus(Duration.ofDays(365));
      while (clock.instant().plus(Duration.ofDays(2)).isBefore(end)) {
        clock.advance(Duration.ofDays(2));
        tokens = node.manager.refresh(tokens.refreshToken().value());
      }
      clock.set(end.minusSeconds(1));
      tokens = node.manager.refresh(tokens.refreshToken().value());
      String last = tokens.refreshToken().value();
      assertThat(rows(node, "symbolon-refresh-%")).as("a dozen turns").isBetween(12L, 14L);
      clock.set(end);
      assertThatThrownBy(() -> node.manager.refresh(last))
          .isInstanceOf(UnauthorisedException.class);
      for (int day = 0; day < 60; day++) {
        clock.advance(Duration.ofDays(1));
        node.keys.renew();
      }
      assertThat(rows(node, "symbolon-refresh-%")).as("old ones go").isBetween(12L, 14L);
    }
  }

  /** So that keys can go when the configuration says that nothing of theirs lives. */
  @Test
  void a_lifetime_that_was_shortened_ends_older_sessions() {
    Map<String, String> database = TestServer.H2.freshDatabase();
    Map<String, String> shorter =
        TestNode.with(database, Map.of("symbolon.refresh-token.max-lifetime", "P10D"));
    try (TestNode before = new TestNode(database, clock);
        TestNode after = new TestNode(shorter, clock)) {
      SessionTokens tokens = before.manager.create(UserId.of("u"), null, null);
      clock.advance(Duration.ofDays(10).minusSeconds(1));
      SessionTokens child = after.manager.refresh(tokens.refreshToken().value());
      clock.advance(Duration.ofSeconds(1));
      assertThatThrownBy(() -> after.manager.refresh(child.refreshToken().value()))
          .isInstanceOf(UnauthorisedException.class);
    }
  }

  private static long rows(TestNode node, String like) {
    return node.database.<Long>call(
        "count",
        session ->
            session
                .createSelectionQuery(
                    "select count(*) from SigningKey where name like :like", Long.class)
                .setParameter("like", like)
                .getSingleResult());
  }

  private static String keyId(String token) {
    String header = token.substring(0, token.indexOf('.'));
    return new String(
        Base64.getUrlDecoder().decode(header), java.nio.charset.StandardCharsets.UTF_8);
  }
}
