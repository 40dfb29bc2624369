package org.symbolon.observability;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.symbolon.SessionException;
import org.symbolon.key.KeyStatus;

/** Whether the database answers and there are keys that sign. */
public final class ReadinessQuestion implements Supplier<NodeHealth.Report> {
  static final String DATABASE = "database";
  private static final System.Logger LOG = System.getLogger(ReadinessQuestion.class.getName());

  private final Runnable database;
  private final Supplier<KeyStatus> keys;
  private final InstantSource clock;

  /**
   * Asks nothing yet.
   *
   * @param database asks it, and loads the keys if there are none yet; fails with a {@code
   *     SessionException}
   * @param clock the database's
   */
  public ReadinessQuestion(Runnable database, Supplier<KeyStatus> keys, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public NodeHealth.Report get() {
    boolean answers = answers();
    KeyStatus status = keys.get();
    Map<String, String> data = new TreeMap<>();
    data.put(DATABASE, answers ? "answers" : "failed");
    data.put("access-key", status.hasAccess() ? "signs" : "missing");
    data.put("refresh-key", status.hasRefresh() ? "signs" : "missing");
    data.put("next-key", status.next().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Instant now = clock.instant();
    Instant since = status.since();
    if (since != null) {
      data.put("access-key-age", inSeconds(since, now));
    }
    Instant until = status.until();
    if (until != null) {
      data.put("next-key-in", inSeconds(now, until));
    }
    return new NodeHealth.Report(answers && status.signs(), data);
  }

  private boolean answers() {
    try {
      database.run();
      return true;
    } catch (SessionException e) {
      // its text names hosts and tables, and probes are open to everybody
      LOG.log(Level.DEBUG, "the database does not answer", e);
      return false;
    }
  }

  private static String inSeconds(Instant from, Instant to) {
    return Duration.between(from, to).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }
}
