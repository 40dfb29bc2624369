package org.symbolon.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;

/**
 * What this node knows of the table of keys, and how it looks again: by one thread at a time, and
 * after a failure not again within a second. What is known stays until a look succeeds.
 *
 * @param <S> what is known
 */
public final class KeyView<S extends KeyView.Known> {
  /** Between two looks into the table, whoever asks for them. */
  public static final Duration GAP = Duration.ofSeconds(1);

  private static final Duration RENEWAL = Duration.ofMinutes(1);

  private final UnaryOperator<S> load;
  private final InstantSource clock;
  private final Duration patience;
  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile S known;
  private volatile Instant lastFailure = Instant.MIN;

  /** What a look into the table tells; immutable. */
  public interface Known {

    /** When the table was looked into. */
    Instant loadedAt();

    /** Whether there is nothing to work with yet. */
    boolean isEmpty();
  }

  /**
   * Looks at nothing yet.
   *
   * @param nothing what is known before the first look
   * @param load looks into the table, given what was known before
   * @param patience how long a caller waits for another caller's look
   */
  public KeyView(S nothing, UnaryOperator<S> load, InstantSource clock, Duration patience) {
    this.known = nothing;
    this.load = load;
    this.clock = clock;
    this.patience = patience;
  }

  /** What the last look told. */
  public S known() {
    return known;
  }

  /** Whether the last look is so long ago. */
  public boolean isOlderThan(Duration age) {
    return !isWithin(age, known.loadedAt());
  }

  /** Whether the last look is a minute ago, so that another one is due. */
  public boolean isOld() {
    return isOlderThan(RENEWAL);
  }

  /**
   * Looks for somebody who asks for an unknown key, unless that was done within the last second.
   * Waits for nobody once there are keys: whoever sends garbage must not queue up here.
   *
   * @throws SessionStoreException if the table could not be asked
   */
  public void lookForUnknownKey() {
    if (!lookForUnknownKeyWithin(Duration.ZERO)) {
      throw new SessionStoreException("the keys are being loaded", null);
    }
  }

  /**
   * Likewise, but waits for another thread's look if there is one.
   *
   * @param wait how long at most, once there are keys
   * @return false if the other thread still looks
   * @throws SessionStoreException if the table could not be asked
   */
  public boolean lookForUnknownKeyWithin(Duration wait) {
    if (!isOlderThan(GAP)) {
      return true;
    }
    if (hasJustFailed()) {
      throw justFailed();
    }
    if (known.isEmpty()) {
      lookUnless(() -> !known.isEmpty());
      return true;
    }
    if (!locked(wait)) {
      return false;
    }
    try {
      if (hasJustFailed()) {
        throw justFailed();
      }
      if (isOlderThan(GAP)) {
        look();
      }
      return true;
    } finally {
      loading.unlock();
    }
  }

  /**
   * Looks, unless another thread's look made {@code done} true meanwhile.
   *
   * @throws SessionStoreException if the table could not be asked
   */
  public void lookUnless(BooleanSupplier done) {
    if (!locked(patience)) {
      throw new SessionStoreException("the keys are still being loaded", null);
    }
    try {
      if (!done.getAsBoolean()) {
        if (hasJustFailed()) {
          throw justFailed();
        }
        look();
      }
    } finally {
      loading.unlock();
    }
  }

  /**
   * Renews in the background what is known, if it is a minute old.
   *
   * @param background not a thread that database calls need
   * @param renewal looks; its failures are its own
   */
  public void renewIfOld(Executor background, Runnable renewal) {
    if (!known.isEmpty() && isOld() && !hasJustFailed() && renewing.compareAndSet(false, true)) {
      try {
        background.execute(
            () -> {
              try {
                renewal.run();
              } finally {
                renewing.set(false);
              }
            });
      } catch (RejectedExecutionException e) {
        renewing.set(false);
      }
    }
  }

  /**
   * Looks, unless another thread does so meanwhile.
   *
   * @throws SessionStoreException if the table could not be asked
   */
  public void lookAgain() {
    S before = known;
    lookUnless(() -> known != before);
  }

  private boolean locked(Duration wait) {
    try {
      return loading.tryLock() || loading.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionStoreException("interrupted while the keys were loaded", e);
    }
  }

  private void look() {
    try {
      known = load.apply(known);
    } catch (SessionException e) {
      lastFailure = clock.instant();
      throw e;
    }
  }

  private boolean hasJustFailed() {
    return isWithin(GAP, lastFailure);
  }

  private static SessionStoreException justFailed() {
    return new SessionStoreException("the keys could not be loaded a moment ago", null);
  }

  private boolean isWithin(Duration gap, Instant then) {
    return then.isAfter(Instant.MIN)
        && Duration.between(then, clock.instant()).abs().compareTo(gap) < 0;
  }
}
