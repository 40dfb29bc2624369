package org.symbolon.observability;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node can serve sessions. It asks the database on a thread of its own, once at a
 * time, and all who ask within a second share the answer: probes are no load, however many come.
 */
public final class NodeHealth {
  private static final System.Logger LOG = System.getLogger(NodeHealth.class.getName());

  /** Longer than a database takes that is well, and what probes commonly wait for. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(2);

  private static final Duration SHARED = Duration.ofSeconds(1);

  private final Supplier<Report> question;
  private final Duration bound;
  private final Executor thread;
  private final LongSupplier nanos;
  private @Nullable Probe last;

  /**
   * The answer.
   *
   * @param isReady whether the node can serve sessions
   * @param data for people
   */
  public record Report(boolean isReady, Map<String, String> data) {}

  private record Probe(CompletableFuture<Report> answer, long begin) {}

  /**
   * Asks nothing yet.
   *
   * @param question asks; may take its time
   * @param timeout of the database; a report waits that long at most, and two seconds at most
   * @param thread runs the question
   * @param nanos as {@link System#nanoTime}
   */
  public NodeHealth(
      Supplier<Report> question, Duration timeout, Executor thread, LongSupplier nanos) {
    this.question = question;
    this.bound = timeout.compareTo(MOST_WAIT) < 0 ? timeout : MOST_WAIT;
    this.thread = thread;
    this.nanos = nanos;
  }

  /** How the node is. Never throws; waits for the bound at most. */
  public Report report() {
    try {
      Probe probe = probe();
      long left = bound.toNanos() - (nanos.getAsLong() - probe.begin());
      return probe.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return down("no answer in " + bound);
    } catch (ExecutionException | RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "the state of the node could not be told", e);
      return down("failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down("interrupted");
    }
  }

  private synchronized Probe probe() {
    Probe known = last;
    if (known == null
        || (known.answer().isDone() && nanos.getAsLong() - known.begin() > SHARED.toNanos())) {
      known = new Probe(CompletableFuture.supplyAsync(question, thread), nanos.getAsLong());
      last = known;
    }
    return known;
  }

  private static Report down(String trouble) {
    return new Report(false, new TreeMap<>(Map.of(ReadinessQuestion.DATABASE, trouble)));
  }
}
