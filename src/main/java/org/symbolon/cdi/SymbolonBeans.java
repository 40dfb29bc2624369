package org.symbolon.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKeyRotation;
import org.symbolon.AccessTokenKeys;
import org.symbolon.PublicKeys;
import org.symbolon.SessionException;
import org.symbolon.SessionManager;
import org.symbolon.config.SessionConfig;
import org.symbolon.core.DefaultSessionManager;
import org.symbolon.core.ExpiredSessionRemoval;
import org.symbolon.core.SessionEvents;
import org.symbolon.database.Database;
import org.symbolon.http.RefusedRequests;
import org.symbolon.key.JpaSigningKeyStore;
import org.symbolon.key.SigningKeys;
import org.symbolon.observability.Instruments;
import org.symbolon.observability.NodeHealth;
import org.symbolon.observability.Observability;
import org.symbolon.observability.ReadinessQuestion;
import org.symbolon.store.JpaSessionStore;

/** Makes the beans that applications inject, and what stands behind them. */
@ApplicationScoped
public class SymbolonBeans {
  private static final System.Logger LOG = System.getLogger(SymbolonBeans.class.getName());
  private static final int KEY_RENEWAL_SECONDS = 55;

  @Inject BeanManager beans;
  @Inject SymbolonExtension extension;
  @Inject Instance<AccessTokenKeys> suppliedKeys;
  @Inject @Any Instance<Instruments> instruments;
  private @Nullable Node node;

  /** One application's share in the fleet: everything that has to be closed again. */
  private record Node(
      SessionConfig config,
      Database database,
      ScheduledThreadPoolExecutor maintenance,
      ExecutorService probes,
      @Nullable ScheduledCleanup cleanup,
      TokenWiring tokens,
      SessionManager manager,
      Observability observability,
      Instruments.Closing gauges) {}

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SymbolonBeans() {}

  /** The checked settings. */
  @Produces
  @Singleton
  SessionConfig config() {
    return node().config();
  }

  /** The session manager that applications inject. */
  @Produces
  @ApplicationScoped
  SessionManager sessionManager() {
    return node().manager();
  }

  /** The public keys that applications inject. */
  @Produces
  @ApplicationScoped
  PublicKeys publicKeys() {
    return node().tokens().publicKeys();
  }

  /** Changes the key out of turn. */
  @Produces
  @ApplicationScoped
  AccessTokenKeyRotation keyRotation() {
    return node().tokens().rotation();
  }

  /** Told by HTTP, which knows of nobody who counts. */
  @Produces
  @Singleton
  RefusedRequests refusedRequests() {
    return node().observability()::refused;
  }

  /** For the readiness check, where the server has such checks. */
  @Produces
  @Singleton
  NodeHealth health() {
    Node node = node();
    ReadinessQuestion question =
        new ReadinessQuestion(
            () -> {
              node.database().ping();
              node.tokens().start().run();
            },
            node.tokens().status(),
            node.database().clock());
    return new NodeHealth(
        question, node.config().database().timeout(), node.probes(), System::nanoTime);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    try {
      node().database().open();
      node().tokens().start().run();
    } catch (SessionException e) {
      LOG.log(
          Level.WARNING,
          "the database cannot be used yet; sessions answer 503 until it can: {0}",
          e.getMessage());
    }
  }

  private synchronized Node node() {
    if (node == null) {
      node = assemble(extension.config());
    }
    return node;
  }

  private Node assemble(SessionConfig config) {
    Database database = SessionDatabase.of(config.database(), UnaryOperator.identity());
    ScheduledThreadPoolExecutor maintenance =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("symbolon-maintenance"));
    SecureRandom random = new SecureRandom();
    Observability observability =
        Observability.by(instruments.stream().toList(), config.database());
    TokenWiring tokens =
        TokenWiring.of(
            config,
            new TokenWiring.Means(
                observability.keys(new JpaSigningKeyStore(database)),
                new SigningKeys.Clocks(database.clock(), database.clock().machine()),
                random,
                maintenance),
            SuppliedKeysBean.in(suppliedKeys)
                .map(bean -> new TokenWiring.Supplied(bean.name(), bean))
                .orElse(null));
    var unused =
        maintenance.scheduleWithFixedDelay(
            tokens.renewal(), KEY_RENEWAL_SECONDS, KEY_RENEWAL_SECONDS, TimeUnit.SECONDS);
    JpaSessionStore store = new JpaSessionStore(database, tokens.seal());
    SessionEvents events = observability.events(new CdiEvents(beans, CallerTransaction.ofServer()));
    SessionManager manager =
        observability.manager(
            new DefaultSessionManager(
                config,
                observability.sessions(store),
                tokens.format(),
                database.clock(),
                random,
                events));
    ScheduledCleanup cleanup =
        ScheduledCleanup.start(
            config.refreshToken().cleanupSchedule(),
            database.clock(),
            random,
            new ExpiredSessionRemoval(observability.expired(store), database::now, events));
    Instruments.Closing gauges = observability.keys(tokens.tableStatus(), database.clock());
    return new Node(
        config,
        database,
        maintenance,
        DaemonThreads.one("symbolon-health"),
        cleanup,
        tokens,
        manager,
        observability,
        gauges);
  }

  @PreDestroy
  synchronized void stop() {
    if (node != null) {
      ScheduledCleanup cleanup = node.cleanup();
      if (cleanup != null) {
        cleanup.close();
      }
      node.gauges().close();
      node.probes().shutdownNow();
      node.maintenance().shutdownNow();
      node.database().close();
      node = null;
    }
  }
}
