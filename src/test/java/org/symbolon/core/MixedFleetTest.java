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
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Half of the nodes sign with HS256, half with ES256, on one database. */
class MixedFleetTest {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> database = TestServer.H2.freshDatabase();
  private final TestNode hs256 = node("HS256");
  private final TestNode es256 = node("ES256");

  @AfterEach
  void stop() {
    hs256.close();
    es256.close();
  }

  @Test
  void a_session_moves_between_the_halves_as_if_there_were_none() {
    startBoth();
    for (List<TestNode> order : List.of(List.of(hs256, es256), List.of(es256, hs256))) {
      TestNode here = order.get(0);
      TestNode there = order.get(1);
      SessionTokens login = here.manager.create(ALICE, Json.createValue("p"), null);
      verify(there, login);
      SessionTokens child = refresh(there, login);
      String confirmed = verify(here, child).replacement().value();
      assertThat(algorithm(login.accessToken().value()))
          .isEqualTo(here.config.accessToken().algorithm().name());
      assertThat(algorithm(child.accessToken().value()))
          .isEqualTo(there.config.accessToken().algorithm().name());
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
      TestNode node = i % 2 == 0 ? hs256 : es256;
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
    verify(es256, before);
    clock.advance(Duration.ofMinutes(59));
    verify(es256, before);
    SessionTokens between = refresh(es256, before);
    assertThat(algorithm(between.accessToken().value())).as("not yet announced").isEqualTo("HS256");
    clock.advance(Duration.ofMinutes(15));
    verify(es256, between);
    SessionTokens after = refresh(es256, between);
    assertThat(algorithm(after.accessToken().value())).isEqualTo("ES256");
    verify(es256, after);
    clock.advance(Duration.ofDays(2));
    verify(es256, refresh(es256, after));
  }

  /** The longest token that HS256 lets in must still fit its cookie after the change. */
  @Test
  void a_session_with_the_longest_token_survives_the_change() {
    startBoth();
    SessionTokens longest = longest(hs256);
    int most = hs256.config.accessToken().maxLength();
    SessionTokens child = refresh(es256, longest);
    assertThat(algorithm(child.accessToken().value())).isEqualTo("ES256");
    assertThat(child.accessToken().value().length()).isBetween(most - 10, most);
    SessionTokens longestOfEs256 = longest(es256);
    assertThat(refresh(es256, longestOfEs256).accessToken().value().length())
        .isBetween(most - 10, most);
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
    es256.manager.create(UserId.of("first"), null, null);
    clock.advance(Duration.ofMinutes(71));
    hs256.manager.create(UserId.of("first"), null, null);
    es256.manager.create(UserId.of("first"), null, null);
  }

  private TestNode node(String algorithm) {
    return new TestNode(
        TestNode.with(database, Map.of("symbolon.access-token.algorithm", algorithm)), clock);
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
