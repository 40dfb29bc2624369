package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionException;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.store.SessionStore;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** A role that was taken away is accepted for one validity of an access token more at most. */
abstract class RemovedRoleContract {
  private static final UserId ALICE = UserId.of("alice");
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final JsonObject ADMIN = roles("admin");
  private static final JsonObject NOBODY = roles();

  private final SettableClock clock = new SettableClock();
  private TestNode node;

  abstract Map<String, String> format();

  @BeforeEach
  void start() {
    Map<String, String> database =
        TestNode.with(TestServer.H2.freshDatabase(), Map.of("symbolon.theft-reaction", "none"));
    node = new TestNode(TestNode.with(database, format()), clock);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void the_first_use_leaves_the_end_where_it_was() {
    SessionTokens child = refresh(login());
    clock.advance(VALIDITY.minusSeconds(20));
    Verification first = verify(child.accessToken());
    assertThat(first.replacement().expiresAt()).isEqualTo(child.accessToken().expiresAt());
    assertThat(first.session().expiresAt()).isEqualTo(child.session().expiresAt());
    assertThat(first.session().payload()).isEqualTo(ADMIN);
    assertThat(first.session().authenticatedAt()).isEqualTo(child.session().authenticatedAt());
    Verification again =
        node.manager.verify(
            first.replacement().value(), AntiCsrfCheck.require(child.antiCsrfToken()));
    assertThat(again.session().expiresAt()).isEqualTo(child.session().expiresAt());
    assertThat(again.session().payload()).isEqualTo(ADMIN);
    assertThat(again.replacement()).isNull();

    clock.advance(Duration.ofSeconds(20));
    assertThatThrownBy(() -> verify(first.replacement()))
        .isInstanceOf(TryRefreshTokenException.class);
    // and the session goes on
    assertThat(refresh(child).session().payload()).isEqualTo(ADMIN);
  }

  /** Its answer could overwrite newer tokens, and soon have them refreshed too early. */
  @Test
  void a_first_use_in_the_last_two_leeways_leaves_the_token_itself() {
    SessionTokens child = refresh(login());
    clock.advance(VALIDITY.minusSeconds(19));
    for (int i = 0; i < 18; i++) {
      Verification used = verify(child.accessToken());
      assertThat(used.replacement()).isNull();
      assertThat(used.session().expiresAt()).isEqualTo(child.session().expiresAt());
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(node.events.stream().filter(SessionEvent.Promoted.class::isInstance)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> verify(child.accessToken()))
        .isInstanceOf(TryRefreshTokenException.class);
    assertThat(refresh(child).session().payload()).isEqualTo(ADMIN);
  }

  @Test
  void neither_does_another_use_nor_a_payload_that_is_replaced_move_it() {
    SessionTokens child = refresh(login());
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(10));
      assertThat(verify(child.accessToken()).replacement().expiresAt())
          .isEqualTo(child.accessToken().expiresAt());
      assertThat(
              node.manager
                  .replacePayload(child.accessToken().value(), ADMIN)
                  .replacement()
                  .expiresAt())
          .isEqualTo(child.accessToken().expiresAt());
    }
  }

  /** Whatever a client does with all the tokens that it ever got. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_order_of_uses_and_refreshes_makes_it_live_longer(long seed) {
    Random random = new Random(seed);
    List<Token> access = new ArrayList<>();
    List<String> refresh = new ArrayList<>();
    SessionTokens login = login();
    keep(login, access, refresh);
    Instant removed = null;
    for (int step = 0; step < 120; step++) {
      clock.advance(Duration.ofSeconds(random.nextInt(step % 5 == 0 ? 1200 : 8)));
      if (removed == null && step == 20) {
        node.manager.replacePayload(login.session().handle(), NOBODY);
        removed = clock.instant();
      }
      try {
        if (random.nextInt(3) == 0) {
          // the latest ones, so that nobody is taken for a thief all the time
          int index = refresh.size() - 1 - random.nextInt(Math.min(2, refresh.size()));
          keep(node.manager.refresh(refresh.get(index)), access, refresh);
        } else {
          Verification verified = verify(access.get(random.nextInt(access.size())));
          if (verified.replacement() != null) {
            access.add(verified.replacement());
          }
        }
      } catch (SessionException e) {
        // refused, which is no harm here
      }
    }
    assertThat(removed).isNotNull();
    Instant end = removed.plus(VALIDITY);
    clock.set(end.minusMillis(1));
    long living = access.stream().filter(this::isAdmin).count();
    clock.set(end);
    assertThat(access.stream().filter(this::isAdmin)).as("of %s and %s", living, access).isEmpty();
  }

  /** Read, then taken away, then minted: the validity counts from the reading. */
  @Test
  void tokens_that_are_being_made_while_it_is_taken_away_live_no_longer() {
    SessionTokens login = login();
    clock.advance(Duration.ofMinutes(5));
    Instant removed = clock.instant();
    DefaultSessionManager slow =
        new DefaultSessionManager(
            node.config, slow(node.store), node.format, clock, new SecureRandom(), event -> {});
    SessionTokens late = slow.refresh(login.refreshToken().value());
    assertThat(late.session().payload()).isEqualTo(ADMIN);
    assertThat(late.accessToken().expiresAt()).isBeforeOrEqualTo(removed.plus(VALIDITY));
  }

  /** Each row that is read has changed when it arrives, four seconds later. */
  private SessionStore slow(SessionStore real) {
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                clock.advance(Duration.ofSeconds(4));
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private boolean isAdmin(Token token) {
    try {
      return verify(token).session().groups().contains("admin");
    } catch (SessionException e) {
      return false;
    }
  }

  private static void keep(SessionTokens tokens, List<Token> access, List<String> refresh) {
    access.add(tokens.accessToken());
    refresh.add(tokens.refreshToken().value());
  }

  private SessionTokens login() {
    return node.manager.create(ALICE, ADMIN, null);
  }

  private SessionTokens refresh(SessionTokens tokens) {
    return node.manager.refresh(tokens.refreshToken().value());
  }

  private Verification verify(Token token) {
    return node.manager.verify(token.value(), AntiCsrfCheck.skip());
  }

  private static JsonObject roles(String... names) {
    var groups = Json.createArrayBuilder();
    List.of(names).forEach(groups::add);
    return Json.createObjectBuilder().add("groups", groups).build();
  }
}
