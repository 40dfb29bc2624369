package org.symbolon.test;

import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionEvent;
import org.symbolon.SessionManager;
import org.symbolon.UserId;
import org.symbolon.cdi.TokenWiring;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.key.SigningKeys;

/**
 * Sessions for unit tests: the library's own rules and real tokens, but no server, no CDI, no
 * database, and a clock that stands still until the test moves it.
 *
 * <pre>{@code
 * SessionsInMemory sessions = SessionsInMemory.start();
 * FakeCurrentSession current = sessions.currentSession();
 * current.create(UserId.of("alice"), null, null);
 *
 * var resource = new LikeResource(current);
 * assertThat(resource.like().user()).isEqualTo("alice");
 *
 * sessions.advance(Duration.ofHours(2));        // the access token is over now
 * assertThat(sessions.events()).hasSize(1);     // Created
 * }</pre>
 *
 * <p>Needs a JSON-P implementation in the test's class path, such as {@code
 * org.eclipse.parsson:parsson}. For any number of threads.
 */
public final class SessionsInMemory {
  private final List<SessionEvent> events = new CopyOnWriteArrayList<>();
  private final SessionManager manager;
  private volatile Instant now;

  private SessionsInMemory(SessionConfig config, Instant start) {
    now = start;
    SecureRandom random = new SecureRandom();
    TokenWiring tokens =
        TokenWiring.of(
            config,
            new TokenWiring.Means(
                new MemoryKeyStore(), SigningKeys.Clocks.of(this::now), random, Runnable::run),
            null);
    manager =
        new DefaultSessionManager(
            config, new MemorySessionStore(), tokens.format(), this::now, random, events::add);
  }

  /** With the default configuration, at the present time. */
  public static SessionsInMemory start() {
    return start(Map.of());
  }

  /**
   * With some properties set, such as {@code symbolon.access-token.validity}; those of the database
   * have no effect.
   *
   * @throws RuntimeException naming every wrong property and its rule
   */
  public static SessionsInMemory start(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.remove("symbolon.database.datasource");
    // never connected to; MySQL's driver is the one that the library brings along
    all.put("symbolon.database.url", "jdbc:mysql://none/none");
    SessionConfig config =
        SessionConfigReader.read(name -> Optional.ofNullable(all.get(name)), all.keySet());
    return new SessionsInMemory(config, Instant.now());
  }

  /** The session manager, as applications inject it. */
  public SessionManager manager() {
    return manager;
  }

  /** A request's session, as applications inject it; nobody is logged in. */
  public FakeCurrentSession currentSession() {
    return new FakeCurrentSession(manager);
  }

  /** A request's session with a user logged in, whose payload may be {@code null}. */
  public FakeCurrentSession currentSession(UserId userId, @Nullable JsonValue payload) {
    FakeCurrentSession current = currentSession();
    current.create(userId, payload, null);
    return current;
  }

  /** What was announced so far, oldest first. */
  public List<SessionEvent> events() {
    return List.copyOf(events);
  }

  /** The time that it is here. */
  public Instant now() {
    return now;
  }

  /** Lets time go by. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }
}
