package org.symbolon.core.exploration;

/** What tells the children of one token apart. */
enum Minting {
  /** The time slot. */
  SLOT,
  /** Chance: no two are the same. */
  NONCE,
  /** Nothing: there is one child only. */
  CONSTANT
}
