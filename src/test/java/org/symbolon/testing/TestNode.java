package org.symbolon.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKeyRotation;
import org.symbolon.AccessTokenKeys;
import org.symbolon.PublicKeys;
import org.symbolon.SessionEvent;
import org.symbolon.SessionManager;
import org.symbolon.cdi.SessionDatabase;
import org.symbolon.cdi.TokenWiring;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.core.ExpiredSessionRemoval;
import org.symbolon.database.Database;
import org.symbolon.key.JpaSigningKeyStore;
import org.symbolon.key.SigningKeys;
import org.symbolon.store.JpaSessionStore;
import org.symbolon.token.TokenFormat;

/**
 * One node of a fleet, wired as the server wires it, but with a clock that the test sets, and with
 * everything that it announces and every statement that it sends on record.
 */
public final class TestNode implements AutoCloseable {
  public final SessionConfig config;
  public final Database database;

  /** Null in the reference's format. */
  public final SigningKeys keys;

  public final TokenFormat format;
  public final AccessTokenKeyRotation rotation;

  /** Renews the keys. */
  public final Runnable renewal;

  public final JpaSessionStore store;
  public final SessionManager manager;
  public final PublicKeys publicKeys;
  public final ExpiredSessionRemoval removal;
  public final List<SessionEvent> events = new CopyOnWriteArrayList<>();

  /** The SQL sent so far, in order; clear it to count. */
  public final List<String> statements = new CopyOnWriteArrayList<>();

  public TestNode(Map<String, String> properties, InstantSource clock) {
    this(properties, clock, UnaryOperator.identity());
  }

  /** With a wrapper around the data source, to disturb it. */
  public TestNode(
      Map<String, String> properties, InstantSource clock, UnaryOperator<DataSource> disturbance) {
    this(properties, clock, disturbance, null);
  }

  /** With keys of the application's. */
  public TestNode(
      Map<String, String> properties, InstantSource clock, AccessTokenKeys suppliedKeys) {
    this(properties, clock, UnaryOperator.identity(), suppliedKeys);
  }

  private TestNode(
      Map<String, String> properties,
      InstantSource clock,
      UnaryOperator<DataSource> disturbance,
      @Nullable AccessTokenKeys suppliedKeys) {
    config = config(properties);
    database =
        SessionDatabase.of(config.database(), source -> recording(disturbance.apply(source)));
    SecureRandom random = new SecureRandom();
    TokenWiring tokens =
        TokenWiring.of(
            config,
            new TokenWiring.Means(
                new JpaSigningKeyStore(database),
                SigningKeys.Clocks.of(clock),
                random,
                Runnable::run),
            suppliedKeys == null
                ? null
                : new TokenWiring.Supplied(suppliedKeys.getClass().getName(), () -> suppliedKeys));
    keys = tokens.keys();
    format = tokens.format();
    rotation = tokens.rotation();
    renewal = tokens.renewal();
    store = new JpaSessionStore(database, tokens.seal());
    manager = new DefaultSessionManager(config, store, format, clock, random, events::add);
    publicKeys = tokens.publicKeys();
    removal = new ExpiredSessionRemoval(store, clock, events::add);
  }

  public static SessionConfig config(Map<String, String> properties) {
    return SessionConfigReader.read(
        name -> Optional.ofNullable(properties.get(name)), properties.keySet());
  }

  /** The properties of both maps. */
  public static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
    Map<String, String> all = new HashMap<>(first);
    all.putAll(second);
    return all;
  }

  private DataSource recording(DataSource source) {
    return ProxyDataSourceBuilder.create(source)
        .listener(
            new QueryExecutionListener() {
              @Override
              public void beforeQuery(
                  net.ttddyy.dsproxy.ExecutionInfo execution,
                  List<net.ttddyy.dsproxy.QueryInfo> queries) {
                queries.forEach(query -> statements.add(query.getQuery()));
              }

              @Override
              public void afterQuery(
                  net.ttddyy.dsproxy.ExecutionInfo execution,
                  List<net.ttddyy.dsproxy.QueryInfo> queries) {}
            })
        .build();
  }

  @Override
  public void close() {
    database.close();
  }
}
