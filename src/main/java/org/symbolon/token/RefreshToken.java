package org.symbolon.token;

import java.time.Instant;
import org.symbolon.SessionHandle;

/**
 * A genuine refresh token, in whichever {@link TokenFormat}. From its text follow {@code hash1},
 * which is in access tokens, and from that {@code hash2}, which is in the session's row.
 *
 * <p>Of the same token the same mint always makes the same child, on every node.
 */
public interface RefreshToken {

  /** What the client holds. */
  String text();

  /** The session. */
  SessionHandle handle();

  /** What tells it apart from its siblings. */
  Mint mint();

  /** When the user logged in. */
  Instant authenticatedAt();

  /** When the session ends at the latest. */
  Instant absoluteEnd();

  /** For access tokens. */
  String hash1();

  /** For the database, 64 hexadecimal digits. */
  String hash2();

  /**
   * Whether this token takes the place of the one that a row holds the hash of, at its first use:
   * the one that it was refreshed from.
   *
   * @param rowHash2 the hash in the row of this token's session
   */
  boolean succeeds(String rowHash2);

  /** The token that a refresh of this one gives. */
  RefreshToken child(Mint mint);

  /** The token that the same refresh would have given at another time. */
  RefreshToken sibling(Mint mint);

  /**
   * The anti-CSRF token that goes with it. Siblings agree on it, so that a page which still holds
   * one sibling's is not refused beside the other's access token.
   */
  String antiCsrf();

  /**
   * The id refresh token that goes with it. Siblings differ in it: by it a browser tells whether
   * the tokens that a call was refused with are still its present ones.
   */
  String idRefresh();
}
