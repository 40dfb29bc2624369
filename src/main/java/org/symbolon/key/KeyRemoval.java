package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Deletes the rows of keys that are over. A key that is gone cannot come back, and its sessions or
 * tokens with it; so a row goes only after it has been over for an hour by a clock that cannot
 * jump, whatever the database's clock did meanwhile. All nodes do so; who comes second finds
 * nothing.
 */
final class KeyRemoval {
  private static final System.Logger LOG = System.getLogger(KeyRemoval.class.getName());
  static final Duration DELAY = Duration.ofHours(1);

  private final SigningKeyStore store;
  private final InstantSource steady;
  private final Map<SigningKeyStore.Row, Instant> overSince = new HashMap<>();

  /**
   * Deletes nothing yet.
   *
   * @param steady counts the delay; not set by anybody
   */
  KeyRemoval(SigningKeyStore store, InstantSource steady) {
    this.store = store;
    this.steady = steady;
  }

  /**
   * Takes note of the rows that are over now, and deletes those that have been so for long. One
   * delete each.
   */
  synchronized void run(Collection<SigningKeyStore.Row> over) {
    Instant now = steady.instant();
    overSince.keySet().retainAll(over);
    for (SigningKeyStore.Row row : over) {
      Instant since = overSince.computeIfAbsent(row, unused -> now);
      if (!now.isBefore(since.plus(DELAY)) && store.deleteIfUnchanged(row)) {
        LOG.log(Level.INFO, "deleted the key row {0}: nothing signed with it lives", row.name());
      }
    }
  }
}
