package org.symbolon.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
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
import org.symbolon.AccessTokenKeys;
import org.symbolon.PublicKeys;
import org.symbolon.SessionEvent;
import org.symbolon.SessionManager;
import org.symbolon.cdi.SessionDatabase;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.core.ExpiredSessionRemoval;
import org.symbolon.database.Database;
import org.symbolon.key.JwkSet;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;
import org.symbolon.key.ProtectedKeyStore;
import org.symbolon.key.SigningKeys;
import org.symbolon.key.SuppliedKeys;
import org.symbolon.store.JpaSessionStore;

/**
 * One node of a fleet, wired as the server wires it, but with a clock that the test sets, and with
 * everything that it announces and every statement that it sends on record.
 */
public final class TestNode implements AutoCloseable {
  public final SessionConfig config;
  public final Database database;
  public final SigningKeys keys;
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
    keys =
        new SigningKeys(
            ProtectedKeyStore.of(database, config, random),
            config,
            suppliedKeys == null ? EnumSet.allOf(KeyPurpose.class) : EnumSet.of(KeyPurpose.REFRESH),
            SigningKeys.Clocks.of(clock),
            random,
            Runnable::run);
    store = new JpaSessionStore(database);
    KeySource source =
        suppliedKeys == null
            ? keys
            : new SuppliedKeys(
                suppliedKeys.getClass().getName(),
                () -> suppliedKeys,
                config.accessToken().algorithm(),
                keys);
    manager = new DefaultSessionManager(config, store, source, clock, random, events::add);
    publicKeys = new JwkSet(source, config.accessToken());
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
