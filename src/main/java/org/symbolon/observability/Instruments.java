package org.symbolon.observability;

import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Where numbers and spans go. Nothing here throws, or waits. For any number of threads. */
public interface Instruments {

  /** Whether anybody takes them. */
  boolean isOn();

  /**
   * Adds to a counter.
   *
   * @param amount 0 only makes it known
   */
  void count(Series series, long amount);

  /** Adds to a timer. */
  void record(Series series, Duration duration);

  /**
   * Has a gauge read whenever somebody wants to know.
   *
   * @param value must not wait for anything; not a number if there is none
   * @return ends it
   */
  Closing gauge(Metric metric, DoubleSupplier value);

  /**
   * Begins a span on this thread. To be closed on the same thread.
   *
   * @param isClient whether it is a call of another system
   */
  Span span(String name, boolean isClient, Map<String, String> attributes);

  /** Something that ends. */
  interface Closing extends AutoCloseable {
    /** Nothing to end. */
    Closing NOTHING = () -> {};

    @Override
    void close();
  }

  /** A piece of work. */
  interface Span extends Closing {
    /** Nobody wants to know. */
    Span NONE = () -> {};

    /** It failed. Of the exception only its type is told: its text may hold anything. */
    default void failed(Throwable failure) {}

    /** What came of it. */
    default void outcome(String outcome) {}
  }
}
