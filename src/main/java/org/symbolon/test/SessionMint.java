package org.symbolon.test;

import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionManager;
import org.symbolon.UserId;
import org.symbolon.cdi.SessionDatabase;
import org.symbolon.cdi.TokenWiring;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.database.Database;
import org.symbolon.key.JpaSigningKeyStore;
import org.symbolon.key.SigningKeys;
import org.symbolon.store.JpaSessionStore;

/**
 * Makes sessions for a server that runs, without its login: for integration tests of what lies
 * behind a login. The mint is a node of the same fleet: it uses the server's database, and whatever
 * it makes is as good as the server's own.
 *
 * <pre>{@code
 * try (SessionMint mint = SessionMint.open(Map.of(
 *     "symbolon.database.url", "jdbc:mysql://localhost:3306/auth_session",
 *     "symbolon.database.user", "test",
 *     "symbolon.database.password", "test"))) {
 *   MintedSession alice = mint.mint(UserId.of("alice"), null, null);
 *   request.header("Cookie", alice.cookieHeader()).header("anti-csrf", alice.antiCsrf());
 * }
 * }</pre>
 *
 * <p>Needs in the test's class path what a server has: the Jakarta EE API ({@code
 * jakarta.platform:jakarta.jakartaee-web-api}) and a JSON-P implementation ({@code
 * org.eclipse.parsson:parsson}).
 *
 * <p>It must get the same properties as the server where they differ from the default; a database
 * in the server's own memory cannot be shared. It has the keys of the table only: where the server
 * has a bean of type {@link org.symbolon.AccessTokenKeys}, its clients must refresh first.
 */
public final class SessionMint implements AutoCloseable {
  private final Database database;
  private final SessionManager manager;

  private SessionMint(SessionConfig config) {
    database = SessionDatabase.of(config.database(), UnaryOperator.identity());
    SecureRandom random = new SecureRandom();
    TokenWiring tokens =
        TokenWiring.of(
            config,
            new TokenWiring.Means(
                new JpaSigningKeyStore(database),
                new SigningKeys.Clocks(database.clock(), database.clock().machine()),
                random,
                Runnable::run),
            null);
    manager =
        new DefaultSessionManager(
            config,
            new JpaSessionStore(database, tokens.seal()),
            tokens.format(),
            database.clock(),
            random,
            event -> {});
  }

  /**
   * Reads the properties; connects with the first session.
   *
   * @throws IllegalArgumentException if no database is named, or the algorithm is RS256, whose keys
   *     are never in the table
   * @throws RuntimeException naming every wrong property and its rule
   */
  public static SessionMint open(Map<String, String> properties) {
    if (!properties.containsKey("symbolon.database.url")) {
      throw new IllegalArgumentException(
          "symbolon.database.url is missing: the mint needs the database of the server");
    }
    return new SessionMint(
        SessionConfigReader.read(
            name -> Optional.ofNullable(properties.get(name)), properties.keySet()));
  }

  /**
   * Creates a session, as a login does. One insert.
   *
   * @param payload as for {@link SessionManager#create}
   * @param info likewise
   * @throws org.symbolon.SessionException as {@link SessionManager#create}
   */
  public MintedSession mint(UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    return new MintedSession(manager.create(userId, payload, info));
  }

  /** The session manager on that database: to look at sessions, to revoke them. */
  public SessionManager manager() {
    return manager;
  }

  @Override
  public void close() {
    database.close();
  }
}
