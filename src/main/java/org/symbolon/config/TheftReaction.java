package org.symbolon.config;

/** What is revoked, in the same step, when a stolen refresh token shows up. */
public enum TheftReaction {
  /** The session whose token was stolen (the default). */
  SESSION,
  /** All sessions of its user. */
  USER,
  /** Nothing; the application listens to the event and decides. */
  NONE
}
