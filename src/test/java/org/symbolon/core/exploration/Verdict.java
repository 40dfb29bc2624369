package org.symbolon.core.exploration;

/**
 * A decision, with the token of the answer by its number.
 *
 * @param answer the child, or the row's own token, or none
 */
record Verdict(Kind kind, int answer) {
  enum Kind {
    EXTEND,
    PROMOTE,
    REPEAT,
    THEFT
  }
}
