package org.symbolon.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;
import org.symbolon.config.DatabaseConfig;

/**
 * The way to the database. Each call is bounded in time, runs outside the caller's transaction, is
 * tried again after a deadlock, and fails with a {@code SessionException} only.
 *
 * <p>It starts without its database and recovers by itself: what needs a connection is done with
 * the first call that gets one.
 */
public final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int TRIES = 4;

  private final DatabaseConfig config;
  private final List<Class<?>> entities;
  private final TableNames tableNames;
  private final UnaryOperator<DataSource> decorator;
  private final BoundedCalls calls;
  private final DatabaseClock clock;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable Opened opened;
  private volatile @Nullable HikariDataSource pool;
  private volatile @Nullable SessionException openingFailure;
  private volatile long openingFailedAt;

  private record Opened(DatabaseProduct product, SessionFactory factory, Schema schema) {}

  /**
   * Neither connects nor starts Hibernate; see {@link #open}.
   *
   * @param machine this machine's clock
   * @param tables the names in the entities' annotations, mapped to the configured ones
   * @param entities the mapped classes
   * @param decorator wraps the data source, say to watch it; the identity if nothing is to be seen
   */
  public Database(
      DatabaseConfig config,
      InstantSource machine,
      Map<String, String> tables,
      List<Class<?>> entities,
      UnaryOperator<DataSource> decorator) {
    this.config = config;
    this.entities = List.copyOf(entities);
    this.tableNames = new TableNames(tables);
    this.decorator = decorator;
    this.calls = new BoundedCalls(config.poolSize(), config.timeout());
    this.clock = new DatabaseClock(machine);
    if (config.embedded()) {
      LOG.log(
          Level.WARNING,
          "no database is configured: sessions are kept in an H2 database in memory and end with"
              + " this process. Set symbolon.database.url or symbolon.database.datasource.");
    }
  }

  /** The database's time, as far as it was measured. */
  public DatabaseClock clock() {
    return clock;
  }

  /**
   * Runs one or a few statements, each its own transaction.
   *
   * @param act what it is for, for messages: "create a session"
   * @throws SessionStoreException if the database is down, silent, or fails
   */
  public <T extends @Nullable Object> T call(String act, Function<StatelessSession, T> work) {
    Opened open = opened();
    try {
      return calls.call(act, () -> withRetries(open, work));
    } catch (ExecutionException e) {
      throw Failures.toSessionException(act, e.getCause() == null ? e : e.getCause());
    }
  }

  /** Whether a failure inside {@link #call}'s work means that the primary key exists already. */
  public static boolean isDuplicate(RuntimeException failure) {
    return Failures.isDuplicate(failure);
  }

  /** Measures the database's clock, inside {@link #call}, and returns its answer. One statement. */
  public Instant measureClock(StatelessSession session) {
    String query = opened().product().clockQuery();
    Instant before = clock.machine().instant();
    Instant answer =
        Instant.ofEpochMilli(session.createNativeQuery(query, Long.class).getSingleResult());
    clock.adjust(before, answer, clock.machine().instant());
    return answer;
  }

  /**
   * Asks the database for its time: the moment of its answer, never ahead. One statement.
   *
   * @throws SessionStoreException if the database is down, silent, or fails
   */
  public Instant now() {
    return call("ask for the time", this::measureClock);
  }

  /**
   * Asks the database something that it can always answer. One statement.
   *
   * @throws SessionStoreException if the database is down, silent, or fails
   */
  public void ping() {
    call(
        "see whether the database answers",
        session -> session.createNativeQuery("select 1", Integer.class).getSingleResult());
  }

  /**
   * Starts Hibernate (about a second), if that has not been done. With a URL no connection is
   * needed; a JNDI data source must be there and connect.
   *
   * @throws SessionStoreException if it is not there, or does not
   */
  public void open() {
    opened();
  }

  @Override
  public void close() {
    calls.close();
    Opened open = opened;
    if (open != null) {
      open.factory().close();
    }
    HikariDataSource ours = pool;
    if (ours != null) {
      DataSources.close(ours, config);
    }
  }

  private Opened opened() {
    Opened open = opened;
    return open != null ? open : openOnce();
  }

  private Opened openOnce() {
    try {
      // Hibernate's start takes its time on a loaded machine, hence a bound of its own
      if (!opening.tryLock(config.timeout().toMillis() + 30_000, TimeUnit.MILLISECONDS)) {
        throw new SessionStoreException("the database is still being opened", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionStoreException("interrupted while the database was opened", e);
    }
    try {
      Opened open = opened;
      if (open == null) {
        throwIfFailedJustNow();
        open = attempt();
        opened = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  /** Who has waited for another caller's attempt does not also make one of his own. */
  private void throwIfFailedJustNow() {
    SessionException failure = openingFailure;
    if (failure != null && System.nanoTime() - openingFailedAt < config.timeout().toNanos()) {
      throw new SessionStoreException("the database could not be opened a moment ago", failure);
    }
  }

  /** Notes a failure of its own only, or steady callers would put off the next attempt for ever. */
  private Opened attempt() {
    try {
      return start();
    } catch (SessionException e) {
      openingFailure = e;
      openingFailedAt = System.nanoTime();
      throw e;
    }
  }

  private Opened start() {
    DataSource source;
    DatabaseProduct product;
    String url = config.url();
    if (url != null) {
      HikariDataSource ours = DataSources.pool(config, url);
      pool = ours;
      source = ours;
      product = DatabaseProduct.of(url);
    } else {
      source = DataSources.jndi(String.valueOf(config.dataSource()));
      product = productOf(source);
    }
    SessionFactory factory =
        SessionFactories.build(decorator.apply(source), product, tableNames, entities);
    return new Opened(product, factory, new Schema(config, product));
  }

  private DatabaseProduct productOf(DataSource source) {
    String act = "connect to " + config.dataSource();
    try {
      return calls.call(
          act,
          () -> {
            try (var connection = source.getConnection()) {
              return DatabaseProduct.of(connection.getMetaData().getDatabaseProductName());
            }
          });
    } catch (ExecutionException e) {
      throw Failures.toSessionException(act, e.getCause() == null ? e : e.getCause());
    }
  }

  private static <T extends @Nullable Object> T withRetries(
      Opened open, Function<StatelessSession, T> work) {
    for (int attempt = 1; ; attempt++) {
      try (StatelessSession session = open.factory().openStatelessSession()) {
        open.schema().ensure(session);
        return work.apply(session);
      } catch (RuntimeException e) {
        if (attempt == TRIES || !Failures.isTransient(e)) {
          throw e;
        }
      }
    }
  }
}
