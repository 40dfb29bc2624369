package org.symbolon.core;

import org.symbolon.token.RefreshToken;

/** What is to be done about a refresh token that a client presented. */
public sealed interface Decision {

  /**
   * It is the session's present token: answer with a child of it, write nothing.
   *
   * @param child for the client
   */
  record Extend(RefreshToken child) implements Decision {}

  /**
   * It is a child that was not used before: make it the session's token, if the row still holds the
   * hash of its parent, then answer with a child of it.
   *
   * @param child for the client
   */
  record PromoteAndExtend(RefreshToken child) implements Decision {}

  /**
   * It comes late, or beside a request like it: answer with the session's present token, write
   * nothing.
   *
   * @param current the token that the row holds the hash of, for the client
   */
  record Repeat(RefreshToken current) implements Decision {}

  /** Only a copy can explain it. */
  record Theft() implements Decision {}
}
