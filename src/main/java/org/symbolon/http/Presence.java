package org.symbolon.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether our filters are in a JAX-RS application at all. It does not tell (its providers may be
 * switched off in many ways, and it may start with its first request), so a request is sent to it
 * that {@link PresenceFilter} answers before anything else happens.
 */
public final class Presence {
  /** Of no resource: without our filters nothing but 405 comes of it. */
  public static final String METHOD = "SYMBOLON-PRESENCE";

  private static final ThreadLocal<@Nullable Presence> PROBE = new ThreadLocal<>();

  private boolean seen;

  private Presence() {}

  /** How a request is sent to a JAX-RS application, on this thread. */
  @FunctionalInterface
  public interface Sending {
    /** Sends it, and waits for the answer. */
    void send() throws IOException;
  }

  /** Whether a request with {@link #METHOD} meets our filters. */
  public static boolean meets(Sending sending) throws IOException {
    Presence probe = new Presence();
    PROBE.set(probe);
    try {
      sending.send();
    } finally {
      PROBE.remove();
    }
    return probe.seen;
  }

  /** Whether this thread's request only asks for us; then it is answered. */
  static boolean isAskedFor() {
    Presence probe = PROBE.get();
    if (probe != null) {
      probe.seen = true;
    }
    return probe != null;
  }
}
