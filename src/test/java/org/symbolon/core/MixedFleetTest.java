package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AccessTokenKey;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestKeys;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Half of the nodes sign with HS256, half with a public-key algorithm, on one database. */
@ParameterizedClass
@ValueSource(strings = {"ES256", "EdDSA"})
class MixedFleetTest {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> database = TestServer.H2.freshDatabase();
  private final TestNode hs256 = node("HS256");
  private final String algorithm;
  private final TestNode other;

  MixedFleetTest(String algorithm) {
    this.algorithm = algorithm;
    this.other = node(algorithm);
  }

  @AfterEach
  void stop() {
    hs256.close();
    other.close();
  }

  @Test
  void a_session_moves_between_the_halves_as_if_there_were_none() {
    startBoth();
    for (List<TestNode> order : List.of(List.of(hs256, other), List.of(other, hs256))) {
      TestNode here = order.get(0);
      TestNode there = order.get(1);
      SessionTokens login = here.manager.create(ALICE, Json.createValue("p"), null);
      verify(there, login);
      SessionTokens child = refresh(there, login);
      String confirmed = verify(here, child).replacement().value();
      assertThat(algorithm(login.accessToken().value()))
          .isEqualTo(here.config.accessToken().algorithm().jwsName());
      assertThat(algorithm(child.accessToken().value()))
          .isEqualTo(there.config.accessToken().algorithm().jwsName());
      Verification changed = there.manager.replacePayload(confirmed, Json.createValue("q"));
      assertThat(
              here.manager
                  .verify(changed.replacement().value(), AntiCsrfCheck.skip())
                  .session()
                  .payload())
          .isEqualTo(Json.createValue("q"));
      assertThat(refresh(here, child).session().payload()).isEqualTo(Json.createValue("q"));
      clock.advance(Duration.ofMinutes(1));
      assertThatThrownBy(() -> refresh(there, login))
          .isInstanceOf(TokenTheftDetectedException.class);
    }
  }

  @Test
  void no_request_fails_over_three_days_of_rotation() {
    startBoth();
    SessionTokens tokens = hs256.manager.create(ALICE, null, null);
    Set<String> headers = new HashSet<>();
    Instant end = clock.instant().plus(Duration.ofDays(3));
    for (int i = 0; clock.instant().isBefore(end); i++) {
      TestNode node = i % 2 == 0 ? hs256 : other;
      String access = tokens.accessToken().value();
      assertThat(node.manager.verify(access, AntiCsrfCheck.skip()).session().userId())
          .isEqualTo(ALICE);
      headers.add(header(access).replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1"));
      clock.advance(Duration.ofMinutes(10));
      if (i % 5 == 4) {
        tokens = node.manager.refresh(tokens.refreshToken().value());
      }
    }
    assertThat(headers).as("four days, two algorithms").hasSize(8);
    assertThat(hs256.events).noneMatch(SessionEvent.TheftDetected.class::isInstance);
  }

  @Test
  void a_fleet_that_changes_its_algorithm_logs_nobody_out() {
    SessionTokens before = hs256.manager.create(ALICE, null, null);
    hs256.close();
    verify(other, before);
    clock.advance(Duration.ofMinutes(59));
    verify(other, before);
    SessionTokens between = refresh(other, before);
    assertThat(algorithm(between.accessToken().value())).as("not yet announced").isEqualTo("HS256");
    clock.advance(Duration.ofMinutes(15));
    verify(other, between);
    SessionTokens after = refresh(other, between);
    assertThat(algorithm(after.accessToken().value())).isEqualTo(algorithm);
    verify(other, after);
    clock.advance(Duration.ofDays(2));
    verify(other, refresh(other, after));
  }

  /** The longest token that one algorithm lets in must still fit its cookie with any other. */
  @Test
  void a_session_with_the_longest_token_survives_the_change() {
    startBoth();
    SessionTokens longest = longest(hs256);
    int most = hs256.config.accessToken().maxLength();
    SessionTokens child = refresh(other, longest);
    assertThat(algorithm(child.accessToken().value())).isEqualTo(algorithm);
    int shorterThanRs256 = 512 - 86;
    assertThat(child.accessToken().value().length())
        .isBetween(most - shorterThanRs256 - 10, most - shorterThanRs256);
    List<AccessTokenKey> supplied = List.of(AccessTokenKey.rs256(TestKeys.rsaPair(3072)));
    try (TestNode rs256 = new TestNode(properties("RS256"), clock, () -> supplied)) {
      for (SessionTokens each : List.of(longest, longest(other), longest(rs256))) {
        String token = refresh(rs256, each).accessToken().value();
        assertThat(algorithm(token)).isEqualTo("RS256");
        assertThat(token.length()).as("a shorter key id").isBetween(most - 45, most);
      }
    }
  }

  private SessionTokens longest(TestNode node) {
    SessionTokens longest = node.manager.create(ALICE, null, null);
    int low = 0;
    int high = 4096;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      try {
        longest = node.manager.create(ALICE, Json.createValue("x".repeat(middle)), null);
        low = middle;
      } catch (org.symbolon.SessionRejectedException e) {
        high = middle - 1;
      }
    }
    return longest;
  }

  /** Each makes its key, and lets the other one know it before it signs. */
  private void startBoth() {
    hs256.manager.create(UserId.of("first"), null, null);
    other.manager.create(UserId.of("first"), null, null);
    clock.advance(Duration.ofMinutes(71));
    hs256.manager.create(UserId.of("first"), null, null);
    other.manager.create(UserId.of("first"), null, null);
  }

  private TestNode node(String name) {
    return new TestNode(properties(name), clock);
  }

  private Map<String, String> properties(String name) {
    return TestNode.with(database, Map.of("symbolon.access-token.algorithm", name));
  }

  private static Verification verify(TestNode on, SessionTokens tokens) {
    return on.manager.verify(
        tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }

  private static SessionTokens refresh(TestNode on, SessionTokens tokens) {
    return on.manager.refresh(tokens.refreshToken().value());
  }

  private static String algorithm(String token) {
    return header(token).substring(8, 13);
  }

  private static String header(String token) {
    String segment = token.substring(0, token.indexOf('.'));
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
