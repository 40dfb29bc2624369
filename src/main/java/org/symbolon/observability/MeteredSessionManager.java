package org.symbolon.observability;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionException;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.Verification;

/**
 * Measures what requests wait for, and what comes of it. Reading and replacing info and payload is
 * passed on: the times of the store tell what it costs.
 */
final class MeteredSessionManager implements SessionManager {
  private static final Series ACCEPTED = Series.of(Metric.VERIFY, "accepted");
  private static final Series FIRST_USE = Series.of(Metric.VERIFY, "first_use");
  private static final String DONE = "done";
  private static final String ERROR = "error";

  private final SessionManager manager;
  private final Instruments instruments;
  private final RefreshTrail trail;

  MeteredSessionManager(SessionManager manager, Instruments instruments, RefreshTrail trail) {
    this.manager = manager;
    this.instruments = instruments;
    this.trail = trail;
  }

  @Override
  public SessionTokens create(
      UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    return timed(Metric.CREATE, () -> manager.create(userId, payload, info), tokens -> DONE);
  }

  /** By itself, since it is the one that each request pays. No span: it takes microseconds. */
  @Override
  public Verification verify(String accessToken, AntiCsrfCheck antiCsrf) {
    long begin = System.nanoTime();
    try {
      Verification verification = manager.verify(accessToken, antiCsrf);
      record(verification.replacement() == null ? ACCEPTED : FIRST_USE, begin);
      return verification;
    } catch (RuntimeException e) {
      record(Series.of(Metric.VERIFY, outcome(e)), begin);
      throw e;
    }
  }

  @Override
  public boolean exists(SessionHandle handle) {
    return manager.exists(handle);
  }

  @Override
  public Optional<Session> identify(String accessToken) {
    return manager.identify(accessToken);
  }

  @Override
  public SessionTokens refresh(String refreshToken) {
    return refreshed(() -> manager.refresh(refreshToken));
  }

  @Override
  public SessionTokens refresh(List<String> refreshTokens) {
    return refreshed(() -> manager.refresh(refreshTokens));
  }

  private SessionTokens refreshed(Supplier<SessionTokens> refresh) {
    try (Instruments.Span span = instruments.span("symbolon.refresh", false, Map.of())) {
      trail.begin();
      return timed(
          Metric.REFRESH,
          () -> {
            try {
              return refresh.get();
            } catch (RuntimeException e) {
              span.outcome(outcome(e));
              if (isFailure(e)) {
                span.failed(e);
              }
              throw e;
            }
          },
          tokens -> {
            String outcome = trail.end();
            span.outcome(outcome);
            return outcome;
          });
    } finally {
      trail.end();
    }
  }

  @Override
  public boolean revoke(SessionHandle handle) {
    return timed(Metric.REVOKE, () -> manager.revoke(handle), MeteredSessionManager::found);
  }

  @Override
  public boolean revoke(Session session) {
    return timed(Metric.REVOKE, () -> manager.revoke(session), MeteredSessionManager::found);
  }

  @Override
  public List<SessionHandle> revokeAll(UserId userId) {
    return timed(
        Metric.REVOKE, () -> manager.revokeAll(userId), handles -> found(!handles.isEmpty()));
  }

  @Override
  public List<SessionHandle> handles(UserId userId) {
    return manager.handles(userId);
  }

  @Override
  public @Nullable JsonValue info(SessionHandle handle) {
    return manager.info(handle);
  }

  @Override
  public void replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    manager.replaceInfo(handle, info);
  }

  @Override
  public @Nullable JsonValue payload(SessionHandle handle) {
    return manager.payload(handle);
  }

  @Override
  public void replacePayload(SessionHandle handle, @Nullable JsonValue payload) {
    manager.replacePayload(handle, payload);
  }

  @Override
  public Verification replacePayload(String accessToken, @Nullable JsonValue payload) {
    return manager.replacePayload(accessToken, payload);
  }

  private <T> T timed(Metric metric, Supplier<T> call, Function<T, String> outcome) {
    long begin = System.nanoTime();
    try {
      T result = call.get();
      record(Series.of(metric, outcome.apply(result)), begin);
      return result;
    } catch (RuntimeException e) {
      record(Series.of(metric, outcome(e)), begin);
      throw e;
    }
  }

  private void record(Series series, long begin) {
    instruments.record(series, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static String found(boolean found) {
    return found ? DONE : "none";
  }

  static String outcome(RuntimeException failure) {
    return failure instanceof SessionException expected ? Series.word(expected.reason()) : ERROR;
  }

  /** Refused clients are no failure of the server. */
  private static boolean isFailure(RuntimeException failure) {
    return !(failure instanceof SessionException expected)
        || expected.reason() == SessionException.Reason.UNAVAILABLE;
  }
}
