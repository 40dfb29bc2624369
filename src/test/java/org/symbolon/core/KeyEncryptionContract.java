package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.testing.EncryptionKeys.change;
import static org.symbolon.testing.EncryptionKeys.introduction;
import static org.symbolon.testing.EncryptionKeys.keys;
import static org.symbolon.testing.EncryptionKeys.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.testing.EncryptionKeys;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Sessions whose keys are encrypted at rest, while the nodes change how, one after the other. */
abstract class KeyEncryptionContract {
  private static final UserId ALICE = UserId.of("alice");
  private static final String K1 = EncryptionKeys.random();
  private static final String K2 = EncryptionKeys.random();

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> database = server().freshDatabase();
  private final List<TestNode> nodes = new ArrayList<>();
  private SessionTokens tokens;
  private int requests;

  abstract TestServer server();

  @AfterEach
  void stop() {
    nodes.forEach(TestNode::close);
  }

  @Test
  void a_session_lives_and_no_row_shows_its_key() {
    TestNode node = node(keys(K1));
    tokens = node.manager.create(ALICE, null, null);
    traffic();
    assertThat(rows(node))
        .hasSize(2)
        .allMatch(value -> value.matches("symbolon1:HS256:A256GCM\\.[0-9a-f]{8}:[\\w-]{80}"));
  }

  @Test
  void encryption_comes_to_a_running_fleet_and_nobody_notices() {
    passThrough(introduction(K1));
    assertThat(rows(nodes.get(0))).isNotEmpty().allMatch(value -> value.contains("A256GCM"));
  }

  @Test
  void the_key_is_changed_on_a_running_fleet_and_nobody_notices() {
    try (LogLines log = LogLines.of(org.symbolon.key.ProtectedKeyStore.class)) {
      passThrough(change(K1, K2));
      assertThat(log.errors()).isEmpty();
    }
    try (TestNode withoutTheOld = new TestNode(TestNode.with(database, keys(K2)), clock)) {
      verify(withoutTheOld);
    }
  }

  @Test
  void encryption_goes_again_and_nobody_notices() {
    passThrough(removal(K1));
    assertThat(rows(nodes.get(0))).isNotEmpty().allMatch(value -> value.contains(":plain:"));
  }

  @Test
  void a_node_that_lags_behind_goes_on_with_what_it_knows() {
    node(keys(K1));
    node(keys(K1));
    tokens = nodes.get(0).manager.create(ALICE, null, null);
    traffic(Duration.ofHours(1));
    replace(0, keys(K2, K1));
    try (LogLines log = LogLines.of(org.symbolon.key.ProtectedKeyStore.class)) {
      traffic(Duration.ofHours(10));
      assertThat(rows(nodes.get(0)).toString()).doesNotContain(idOf(K1));
      assertThat(log.errors()).as("once for each row").hasSize(2);
      clock.set(Instant.parse("2026-11-21T23:00:00Z"));
      nodes.forEach(node -> node.keys.renew());
      assertThat(log.errors()).as("the next key is announced").hasSize(3);
    }
    tokens = nodes.get(1).manager.refresh(tokens.refreshToken().value());
    traffic(Duration.ofMinutes(55));
    clock.set(Instant.parse("2026-11-22T00:30:00Z"));
    tokens = nodes.get(0).manager.refresh(tokens.refreshToken().value());
    assertThatThrownBy(() -> verify(nodes.get(1))).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(() -> nodes.get(1).manager.create(ALICE, null, null))
        .as("others would not know its old key for long")
        .isInstanceOf(SessionStoreException.class);
    replace(1, keys(K2, K1));
    traffic();
  }

  @Test
  void a_wrong_key_costs_nobody_a_session_and_no_row_its_content() {
    TestNode right = node(keys(K1));
    tokens = right.manager.create(ALICE, null, null);
    traffic();
    List<String> before = rows(right);
    right.close();
    nodes.clear();
    TestNode wrong = node(keys(K2));
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> verify(wrong)).isInstanceOf(SessionStoreException.class);
      assertThatThrownBy(() -> wrong.manager.refresh(tokens.refreshToken().value()))
          .isInstanceOf(SessionStoreException.class);
      assertThatThrownBy(() -> wrong.manager.create(ALICE, null, null))
          .isInstanceOf(SessionStoreException.class);
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(wrong.statements).as("5 seconds: 6 loads of two statements").hasSizeLessThan(13);
    clock.advance(Duration.ofHours(30));
    assertThatThrownBy(() -> wrong.keys.rotate()).isInstanceOf(SessionStoreException.class);
    wrong.keys.renew();
    assertThat(rows(wrong)).as("no key of its own, though one is due").isEqualTo(before);
    replace(0, keys(K1));
    tokens = nodes.get(0).manager.refresh(tokens.refreshToken().value());
    traffic();
  }

  /** Each step on one node after the other, with traffic all the time, and rotations of keys. */
  private void passThrough(List<Map<String, String>> steps) {
    node(steps.get(0));
    node(steps.get(0));
    tokens = nodes.get(0).manager.create(ALICE, null, null);
    traffic();
    for (int step = 1; step < steps.size(); step++) {
      for (int i = 0; i < nodes.size(); i++) {
        replace((i + step) % nodes.size(), steps.get(step));
        traffic();
      }
    }
    assertThat(requests).isGreaterThan(400);
    System.out.println(requests + " requests, no failure, " + rows(nodes.get(0)).size() + " rows");
  }

  /** For 26 hours: at least one rotation. */
  private void traffic() {
    traffic(Duration.ofHours(26));
  }

  private void traffic(Duration time) {
    Instant end = clock.instant().plus(time);
    for (int i = 0; clock.instant().isBefore(end); i++) {
      nodes.forEach(this::verify);
      clock.advance(Duration.ofMinutes(50));
      nodes.forEach(this::verify);
      TestNode node = nodes.get(i % nodes.size());
      tokens = node.manager.refresh(tokens.refreshToken().value());
      requests += 2 * nodes.size() + 1;
      clock.advance(Duration.ofMinutes(5));
    }
  }

  private Verification verify(TestNode node) {
    Verification verification =
        node.manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip());
    assertThat(verification.session().userId()).isEqualTo(ALICE);
    return verification;
  }

  private TestNode node(Map<String, String> settings) {
    TestNode node = new TestNode(TestNode.with(database, settings), clock);
    nodes.add(node);
    return node;
  }

  private void replace(int index, Map<String, String> settings) {
    nodes.get(index).close();
    nodes.set(index, new TestNode(TestNode.with(database, settings), clock));
  }

  private String idOf(String key) {
    try (TestNode other = new TestNode(TestNode.with(server().freshDatabase(), keys(key)), clock)) {
      other.keys.renew();
      return rows(other).get(0).replaceAll(".*A256GCM\\.([0-9a-f]{8}).*", "$1");
    }
  }

  private static List<String> rows(TestNode node) {
    return node.database.call(
        "read the keys",
        session ->
            session
                .createSelectionQuery("select value from SigningKey order by name", String.class)
                .getResultList());
  }
}
