package org.symbolon.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.symbolon.SessionHandle;

/**
 * When sessions began, and end at the latest.
 *
 * @param longest how long they live in all
 * @param clock the present time
 */
record Lifetime(Duration longest, InstantSource clock) {

  /** A handle that does not tell counts as of now, so that no session ends for that reason. */
  Instant begin(SessionHandle handle) {
    return HandleTime.of(handle).orElseGet(clock::instant);
  }

  /** In the far future if the handle does not tell. */
  Instant end(SessionHandle handle) {
    return HandleTime.of(handle).map(begin -> begin.plus(longest)).orElse(Instant.MAX);
  }
}
