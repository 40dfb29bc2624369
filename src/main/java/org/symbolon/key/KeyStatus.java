package org.symbolon.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the keys on this node, for those who watch it. Nothing of a key itself.
 *
 * @param hasAccess whether there is a key that signs access tokens
 * @param hasRefresh whether there is one for the refresh tokens of new sessions
 * @param next how it stands with those that follow
 * @param since from when on the key for access tokens signs; {@code null} if that is unknown, or it
 *     never changes
 * @param until from when on its successor signs, or is due to sign; likewise
 */
public record KeyStatus(
    boolean hasAccess,
    boolean hasRefresh,
    Next next,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** The keys that will sign next. */
  public enum Next {
    /** They are in the table already. */
    ANNOUNCED,
    /** It is not time for them yet. */
    NOT_DUE,
    /** One of them should be in the table for some time, and is not. */
    LATE,
    /** None follows: the key never changes. */
    NONE,
    /** The application supplies the keys; what it plans is unknown. */
    SUPPLIED
  }

  /** Whether sessions can be served. A successor that is late takes nothing from that. */
  public boolean signs() {
    return hasAccess && hasRefresh;
  }

  /** Whether the successor is. */
  public boolean isLate() {
    return next == Next.LATE;
  }

  /**
   * Where the application supplies the keys of access tokens.
   *
   * @param hasSupplied whether it does so at the moment
   * @param table how it stands with the others
   */
  public static KeyStatus supplied(boolean hasSupplied, KeyStatus table) {
    return new KeyStatus(
        hasSupplied, table.hasRefresh, table.isLate() ? Next.LATE : Next.SUPPLIED, null, null);
  }
}
