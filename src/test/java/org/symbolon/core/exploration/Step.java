package org.symbolon.core.exploration;

import java.util.function.Supplier;

/**
 * Something that can happen.
 *
 * @param what for people
 * @param next the state after it; null if it ends everything
 * @param violation what it breaks, or null
 */
record Step<S>(Supplier<String> what, S next, String violation) {
  static <S> Step<S> to(S next, Supplier<String> what) {
    return new Step<>(what, next, null);
  }

  /** An end that is allowed. */
  static <S> Step<S> end(Supplier<String> what) {
    return new Step<>(what, null, null);
  }

  static <S> Step<S> violation(String violation, Supplier<String> what) {
    return new Step<>(what, null, violation);
  }
}
