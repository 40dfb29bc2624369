package org.symbolon.core.exploration;

/** What the thief has a copy of. */
enum Loot {
  /** The token that the session's row holds. */
  PRESENT_TOKEN,
  /** A child that was not used yet, which the owner goes on with. */
  UNUSED_CHILD,
  /** A child that was not used yet, while the owner may also get and go on with another one. */
  UNUSED_SIBLING
}
