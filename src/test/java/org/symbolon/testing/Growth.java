package org.symbolon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * How the work of a reader grows with what a stranger sends. Memory is counted, for one input and
 * for twice as much. Comparing each with each takes no memory, but with a million parts it would
 * take hours; so the time that is allowed for them says nothing of the machine.
 */
public final class Growth {
  private static final int PARTS = 4096;
  private static final int MANY_PARTS = 1 << 20;
  private static final Duration HOURS = Duration.ofMinutes(2);
  private static final int WARM_UP = 20;

  /** What a table or a buffer may round up; four times as much would be quadratic. */
  private static final double TWICE = 2.7;

  /** Below that only the reader's own constants are seen. */
  private static final long CONSTANT = 64 * 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * Asserts that it grows no faster than the input.
   *
   * @param input with that many parts
   */
  public static <T> void assertLinear(IntFunction<T> input, Consumer<T> reader) {
    T once = input.apply(PARTS);
    T twice = input.apply(2 * PARTS);
    for (int i = 0; i < WARM_UP; i++) {
      reader.accept(once);
      reader.accept(twice);
    }
    long bytes = allocated(once, reader);
    assertThat(allocated(twice, reader))
        .as("bytes for twice the input, where %s were allocated for it once", bytes)
        .isLessThan((long) (bytes * TWICE) + CONSTANT);
    T many = input.apply(MANY_PARTS);
    assertTimeoutPreemptively(HOURS, () -> reader.accept(many));
  }

  private static <T> long allocated(T input, Consumer<T> reader) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    reader.accept(input);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
