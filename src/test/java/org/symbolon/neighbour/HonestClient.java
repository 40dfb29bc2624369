package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;
import org.symbolon.Verification;

/**
 * One browser that does one thing at a time, each at any server of the fleet, and to which any
 * answer may be lost.
 */
final class HonestClient {
  private static final double LOST = 0.2;

  private final UserId user;
  private final List<Server> fleet;
  private final Random random;
  private final FleetCounts counts;
  private SessionTokens tokens;
  private String accessToken;

  /** A server and what the counts call it. */
  record Server(String name, SessionManager manager) {}

  HonestClient(UserId user, List<Server> fleet, Random random, FleetCounts counts) {
    this.user = user;
    this.fleet = fleet;
    this.random = random;
    this.counts = counts;
    take(any().manager().create(user, null, null));
    counts.add("sessions");
  }

  /** Some calls, or none, and then a refresh. */
  void cycle() {
    for (int calls = random.nextInt(3); calls > 0; calls--) {
      call();
    }
    refresh();
    counts.add("cycles");
  }

  void call() {
    for (int tries = 0; tries < 5; tries++) {
      try {
        Server server = any();
        counts.add("calls, with repetitions");
        Verification verification =
            server.manager().verify(accessToken, AntiCsrfCheck.require(tokens.antiCsrfToken()));
        assertThat(verification.session().userId()).isEqualTo(user);
        if (verification.replacement() != null) {
          counts.add("first uses at " + server.name());
          if (!lost()) {
            accessToken = verification.replacement().value();
          }
        }
        return;
      } catch (TryRefreshTokenException e) {
        counts.add(
            tries == 0
                ? "calls answered try refresh token"
                : "calls repeated and answered so again");
        refresh();
      }
    }
    throw new AssertionError("refreshed again and again, and still told to refresh");
  }

  private void refresh() {
    while (true) {
      Server server = any();
      SessionTokens answer = server.manager().refresh(tokens.refreshToken().value());
      assertThat(answer.session().userId()).isEqualTo(user);
      counts.add("refreshes at " + server.name());
      if (!lost()) {
        take(answer);
        return;
      }
      if (random.nextBoolean()) {
        call();
        // which may have refreshed on its own account
      }
    }
  }

  private void take(SessionTokens answer) {
    tokens = answer;
    accessToken = answer.accessToken().value();
  }

  private boolean lost() {
    boolean lost = random.nextDouble() < LOST;
    if (lost) {
      counts.add("answers lost");
    }
    return lost;
  }

  private Server any() {
    return fleet.get(random.nextInt(fleet.size()));
  }
}
