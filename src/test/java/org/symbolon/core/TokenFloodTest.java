package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionStoreException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKey;
import org.symbolon.testing.HostileTokens;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.SilentDoor;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Item by item what an attacker can send; garbage must cost little, and nobody else anything. */
class TokenFloodTest {
  private static final UserId ALICE = UserId.of("alice");

  private final SettableClock clock = new SettableClock();
  private final SilentDoor door = new SilentDoor();
  private volatile boolean isDown;
  private TestNode node;

  @AfterEach
  void stop() {
    node.close();
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "ES256", "EdDSA"})
  void every_hostile_token_is_refused_for_one_look_a_second_and_no_call_to_anyone(
      String algorithm) {
    start(algorithm);
    List<String> genuine = genuine(200);
    Map<String, List<String>> hostile = hostile(genuine.get(0));
    Instant begin = clock.instant();
    node.statements.clear();
    int refused = 0;
    int accepted = 0;
    for (int round = 0; round < 5; round++) {
      for (Map.Entry<String, List<String>> kind : hostile.entrySet()) {
        for (String token : kind.getValue()) {
          assertThatThrownBy(() -> verify(token))
              .as(() -> kind.getKey() + ": " + token.substring(0, Math.min(300, token.length())))
              .isInstanceOf(TryRefreshTokenException.class);
          clock.advance(Duration.ofMillis(1));
          if (refused++ % 10 == 0) {
            verify(genuine.get(accepted++ % genuine.size()));
          }
        }
      }
    }
    long seconds = Duration.between(begin, clock.instant()).toSeconds();
    assertThat(looks()).isBetween(1L, seconds + 1);
    assertThat(door.calls()).isZero();
    genuine.forEach(this::verify);
    System.out.printf(
        Locale.ROOT,
        "flood, %s: %d hostile tokens of %d kinds refused in %d s of the clock, %d looks into the"
            + " table, %d genuine tokens accepted meanwhile%n",
        algorithm,
        refused,
        hostile.size(),
        seconds,
        looks(),
        accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "ES256"})
  void with_the_database_down_genuine_tokens_are_unharmed_by_a_flood(String algorithm) {
    start(algorithm);
    List<String> genuine = genuine(100);
    Map<String, List<String>> hostile = hostile(genuine.get(0));
    verify(genuine.get(0));
    isDown = true;
    int attemptsBefore = attempts;
    Instant begin = clock.instant();
    int undecided = 0;
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      List<String> kind = new ArrayList<>(hostile.values()).get(i % hostile.size());
      String token = kind.get(i / hostile.size() % kind.size());
      try {
        verify(token);
        throw new AssertionError("accepted: " + token);
      } catch (SessionStoreException e) {
        undecided++; // a key that another node may have made
      } catch (TryRefreshTokenException e) {
        // refused
      }
      verify(genuine.get(i % genuine.size()));
      accepted++;
      clock.advance(Duration.ofMillis(1));
    }
    long seconds = Duration.between(begin, clock.instant()).toSeconds();
    assertThat(accepted).isEqualTo(20_000);
    int tries = attempts - attemptsBefore;
    assertThat(tries).as("tries to reach it").isBetween(1, (int) seconds + 1);
    isDown = false;
    clock.advance(Duration.ofSeconds(2));
    assertThatThrownBy(() -> verify(hostile.get("unknown key").get(0)))
        .isInstanceOf(TryRefreshTokenException.class);
    System.out.printf(
        Locale.ROOT,
        "flood with the database down, %s: 20000 hostile tokens (%d undecided) in %d s, %d tries to"
            + " reach it, all %d genuine tokens accepted%n",
        algorithm,
        undecided,
        seconds,
        tries,
        accepted);
  }

  @Test
  void a_flood_of_new_key_ids_costs_one_look_a_second_and_evicts_nothing() {
    start("HS256");
    String genuine = genuine(1).get(0);
    String header =
        new String(
            Base64.getUrlDecoder().decode(genuine.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    Random random = new Random(4);
    node.statements.clear();
    for (int i = 0; i < 20_000; i++) {
      String kid =
          String.format(
              Locale.ROOT,
              "\"kid\":\"access-%d-%016x\"",
              random.nextInt(1 << 30),
              random.nextLong());
      String forged = header.replaceFirst("\"kid\":\"[^\"]*\"", kid);
      String token =
          Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
              + genuine.substring(genuine.indexOf('.'));
      assertThatThrownBy(() -> verify(token)).isInstanceOf(TryRefreshTokenException.class);
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(looks()).isBetween(19L, 21L);
    node.statements.clear();
    verify(genuine);
    assertThat(node.statements).isEmpty();
  }

  @Test
  void a_flood_of_refresh_tokens_that_nobody_made_costs_no_more() {
    start("HS256");
    String genuine = node.manager.create(ALICE, null, null).refreshToken().value();
    byte[] bytes = Base64.getUrlDecoder().decode(genuine.replaceAll("[^A-Za-z0-9_-]", ""));
    Random random = new Random(4);
    node.statements.clear();
    for (int i = 0; i < 5_000; i++) {
      byte[] forged = bytes.clone();
      if (i % 2 == 0) {
        random.nextBytes(forged);
      }
      forged[1 + random.nextInt(8)] ^= 1; // the key's id
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertThatThrownBy(() -> node.manager.refresh(token))
          .isInstanceOf(UnauthorisedException.class);
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(looks()).isLessThanOrEqualTo(6);
    assertThat(node.statements.stream().filter(sql -> sql.contains("refresh_tokens"))).isEmpty();
    assertThat(node.manager.refresh(genuine).session().userId()).isEqualTo(ALICE);
  }

  /** Only printed: docs/security.md has the figures. */
  @ParameterizedTest
  @ValueSource(strings = {"HS256", "ES256"})
  void what_a_refusal_costs(String algorithm) {
    start(algorithm);
    List<String> genuine = genuine(1000);
    Map<String, List<String>> hostile = hostile(genuine.get(0));
    microseconds(genuine.subList(0, 500), 1);
    StringBuilder line = new StringBuilder("µs per token, " + algorithm + ":");
    double fresh = Double.MAX_VALUE;
    for (int i = 500; i < 1000; i += 50) {
      fresh = Math.min(fresh, microseconds(genuine.subList(i, i + 50), 1));
    }
    line.append(String.format(Locale.ROOT, " genuine, new %.0f;", fresh));
    line.append(
        String.format(
            Locale.ROOT, " genuine, known %.0f;", microseconds(genuine.subList(500, 1000), 3)));
    for (Map.Entry<String, List<String>> kind : hostile.entrySet()) {
      int rounds = kind.getKey().equals("oversized") ? 5 : 1 + 2000 / kind.getValue().size();
      double each = microseconds(kind.getValue(), rounds);
      line.append(String.format(Locale.ROOT, " %s %.0f;", kind.getKey(), each));
      assertThat(each).as(kind.getKey()).isLessThan(20_000);
    }
    System.out.println(line);
  }

  private double microseconds(List<String> tokens, int rounds) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      for (String token : tokens) {
        try {
          verify(token);
        } catch (TryRefreshTokenException e) {
          // refused
        }
      }
      best = Math.min(best, (System.nanoTime() - begin) / 1000.0 / tokens.size());
    }
    return best;
  }

  private int attempts;

  private void start(String algorithm) {
    node =
        new TestNode(
            TestNode.with(
                TestServer.H2.freshDatabase(),
                Map.of(
                    "symbolon.access-token.algorithm",
                    algorithm,
                    "symbolon.access-token.validity",
                    "PT10H")),
            clock,
            this::disturbed);
    node.keys.current(KeyPurpose.ACCESS);
    clock.advance(Duration.ofSeconds(2));
  }

  private DataSource disturbed(DataSource real) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                attempts++;
                if (isDown) {
                  throw new SQLException("down", "08001");
                }
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private List<String> genuine(int count) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(node.manager.create(ALICE, null, null).accessToken().value());
    }
    return tokens;
  }

  private Map<String, List<String>> hostile(String genuine) {
    SigningKey key = node.keys.current(KeyPurpose.ACCESS);
    List<PublicKey> publicKeys =
        key.algorithm().name().equals("HS256") ? List.of() : List.of(key.pair().getPublic());
    return HostileTokens.of(genuine, door.address(), publicKeys);
  }

  private void verify(String token) {
    node.manager.verify(token, AntiCsrfCheck.skip());
  }

  private long looks() {
    return node.statements.stream().filter(sql -> sql.contains("signing_key")).count();
  }
}
