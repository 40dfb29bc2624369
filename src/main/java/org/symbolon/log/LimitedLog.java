package org.symbolon.log;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of line that whoever sends requests could multiply: ten of it a minute are written, the
 * others are counted, and the next line tells how many there were. Safe for all threads. It
 * remembers nothing of the lines.
 */
public final class LimitedLog {
  private static final int MOST = 10;
  private static final long MINUTE = 60_000_000_000L;

  private final System.Logger log;
  private final LongSupplier nanos;
  private long begin;
  private int written;
  private long leftOut;

  /**
   * Nothing has been written yet.
   *
   * @param nanos a clock that only goes on, as {@link System#nanoTime}
   */
  public LimitedLog(System.Logger log, LongSupplier nanos) {
    this.log = log;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  /** Writes the line, in the format of {@link java.text.MessageFormat}, or counts it. */
  public void log(Level level, String format, @Nullable Object... parameters) {
    String more = more();
    if (more != null) {
      log.log(level, format + more, parameters);
    }
  }

  /** Likewise with a text that is no format, and a stack. */
  public void log(Level level, String text, @Nullable Throwable cause) {
    String more = more();
    if (more != null) {
      log.log(level, text + more, cause);
    }
  }

  /** What is said of those left out; {@code null} to leave out this one as well. */
  private synchronized @Nullable String more() {
    long now = nanos.getAsLong();
    if (now - begin >= MINUTE) {
      begin = now;
      written = 0;
    }
    if (written == MOST) {
      leftOut++;
      return null;
    }
    written++;
    String more =
        leftOut == 0
            ? ""
            : String.format(Locale.ROOT, " (and %,d more like it that were left out)", leftOut);
    leftOut = 0;
    return more;
  }
}
