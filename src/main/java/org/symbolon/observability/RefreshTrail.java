package org.symbolon.observability;

import org.symbolon.SessionEvent;

/**
 * What a refresh announces on its thread says what kind of refresh it was; the tokens that it
 * returns do not.
 */
final class RefreshTrail {
  /** The present token of its session was answered with a child. */
  static final String EXTENDED = "extended";

  /** A token that had not been used before became its session's, and was answered with a child. */
  static final String PROMOTED = "promoted";

  /** It came late or twice, and was answered with the session's present token. */
  static final String REPEAT = "repeat";

  private final ThreadLocal<String> current = new ThreadLocal<>();

  void begin() {
    current.set(EXTENDED);
  }

  void saw(SessionEvent event) {
    if (current.get() != null) {
      if (event instanceof SessionEvent.Promoted) {
        current.set(PROMOTED);
      } else if (event instanceof SessionEvent.HonestRepeat) {
        current.set(REPEAT);
      }
    }
  }

  /** Which it was. */
  String end() {
    String outcome = current.get();
    current.remove();
    return outcome == null ? EXTENDED : outcome;
  }
}
