package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionTokens;
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

  private static String keyId(String token) {
    String header = token.substring(0, token.indexOf('.'));
    return new String(
        Base64.getUrlDecoder().decode(header), java.nio.charset.StandardCharsets.UTF_8);
  }
}
