package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.config.SessionConfig;
import org.symbolon.testing.EncryptionKeys;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/**
 * Three nodes change how keys are encrypted, step by step, in every order of the nodes at each
 * step: 216 ways. After each change all nodes sign, and all find what all have signed with.
 */
class KeyListChangeTest {
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(0, 1, 2),
          List.of(0, 2, 1),
          List.of(1, 0, 2),
          List.of(1, 2, 0),
          List.of(2, 0, 1),
          List.of(2, 1, 0));

  private final String k1 = EncryptionKeys.random();
  private final String k2 = EncryptionKeys.random();
  private int lookups;

  @Test
  void an_introduction_is_noticed_by_nobody_in_whatever_order() {
    inEveryOrder(EncryptionKeys.introduction(k1), ":A256GCM.");
  }

  @Test
  void a_change_of_the_key_is_noticed_by_nobody_in_whatever_order() {
    inEveryOrder(EncryptionKeys.change(k1, k2), ":A256GCM." + idOf(k2));
  }

  @Test
  void the_way_back_is_noticed_by_nobody_in_whatever_order() {
    inEveryOrder(EncryptionKeys.removal(k1), ":plain:");
  }

  private void inEveryOrder(List<Map<String, String>> settings, String atTheEnd) {
    List<SessionConfig> steps = settings.stream().map(KeyListChangeTest::config).toList();
    try (LogLines log = LogLines.of(ProtectedKeyStore.class)) {
      for (List<Integer> first : ORDERS) {
        for (List<Integer> second : ORDERS) {
          for (List<Integer> third : ORDERS) {
            Fleet fleet = new Fleet(steps.get(0));
            fleet.change(first, steps.get(1));
            fleet.change(second, steps.get(2));
            fleet.change(third, steps.get(3));
            assertThat(fleet.rows.rows.values()).allMatch(row -> row.value().contains(atTheEnd));
          }
        }
      }
      assertThat(log.errors()).isEmpty();
      assertThat(log.warnings()).isEmpty();
    }
    assertThat(lookups).isGreaterThan(100_000);
  }

  private final class Fleet {
    private final SettableClock clock = new SettableClock();
    private final MemoryKeyRows rows = new MemoryKeyRows();
    private final List<SigningKeys> nodes = new ArrayList<>();
    private final Set<String> refreshKeys = new HashSet<>();

    Fleet(SessionConfig config) {
      for (int i = 0; i < 3; i++) {
        nodes.add(node(config));
      }
      traffic();
    }

    void change(List<Integer> order, SessionConfig config) {
      for (int node : order) {
        nodes.set(node, node(config));
        traffic();
      }
    }

    private void traffic() {
      for (int i = 0; i < 7; i++) {
        Set<String> accessKeys = new HashSet<>();
        for (SigningKeys node : nodes) {
          accessKeys.add(node.current(KeyPurpose.ACCESS).id());
          refreshKeys.add(node.current(KeyPurpose.REFRESH).id());
        }
        assertThat(accessKeys).as("all agree").hasSize(1);
        for (SigningKeys node : nodes) {
          accessKeys.forEach(id -> assertThat(node.find(id)).isPresent());
          refreshKeys.forEach(id -> assertThat(node.find(id)).isPresent());
          lookups += accessKeys.size() + refreshKeys.size();
        }
        clock.advance(Duration.ofMinutes(65));
        nodes.forEach(SigningKeys::renew);
      }
    }

    private SigningKeys node(SessionConfig config) {
      SecureRandom random = new SecureRandom();
      return new SigningKeys(
          new ProtectedKeyStore(rows, config.keyEncryption(), "signing_key", random),
          config,
          EnumSet.allOf(KeyPurpose.class),
          SigningKeys.Clocks.of(clock),
          random,
          Runnable::run);
    }
  }

  private static String idOf(String key) {
    return new RowCipher(
            "signing_key", config(EncryptionKeys.keys(key)).keyEncryption().keys().get(0))
        .id();
  }

  private static SessionConfig config(Map<String, String> settings) {
    return TestNode.config(
        TestNode.with(Map.of("symbolon.database.url", "jdbc:h2:mem:none"), settings));
  }
}
