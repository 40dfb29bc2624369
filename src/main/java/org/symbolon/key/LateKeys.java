package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says that a key which is to sign next is not in the table in time: once when that begins, and
 * once when it is over. It costs nobody a session for the time being, so nothing else would tell.
 */
public final class LateKeys {
  private static final System.Logger LOG = System.getLogger(LateKeys.class.getName());

  private final String table;
  private Set<KeyPurpose> said = EnumSet.noneOf(KeyPurpose.class);

  /** Says nothing yet. */
  public LateKeys(String table) {
    this.table = table;
  }

  /** Takes note of what is late now. */
  public synchronized void saw(Set<KeyPurpose> late) {
    if (!said.containsAll(late)) {
      LOG.log(
          Level.WARNING,
          "the next key of {0} tokens is late: its row should be in the table {1} by now; the"
              + " present key goes on signing. See that this node reaches the database and that its"
              + " user may insert and update there; what failed stands in the warnings before this"
              + " one",
          late.stream().map(KeyPurpose::label).sorted().collect(Collectors.joining(" and ")),
          table);
    } else if (late.isEmpty() && !said.isEmpty()) {
      LOG.log(Level.INFO, "the next key is in the table {0} now", table);
    }
    said = Set.copyOf(late);
  }
}
