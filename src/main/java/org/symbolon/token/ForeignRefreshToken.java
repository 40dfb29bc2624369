package org.symbolon.token;

import java.time.Instant;
import java.util.Set;
import org.symbolon.SessionHandle;

/**
 * A genuine refresh token of another format.
 *
 * @param text what the client holds; ASCII, and the only spelling of this token
 * @param handle the session
 * @param authenticatedAt when the user logged in
 * @param absoluteEnd when the session ends at the latest
 * @param formerHash2s what the row holds if this token is the session's present one, or a child of
 *     it that was not used yet
 */
public record ForeignRefreshToken(
    String text,
    SessionHandle handle,
    Instant authenticatedAt,
    Instant absoluteEnd,
    Set<String> formerHash2s) {

  /** Copies the set. */
  public ForeignRefreshToken {
    formerHash2s = Set.copyOf(formerHash2s);
  }

  /** Not the text. */
  @Override
  public String toString() {
    return "ForeignRefreshToken[" + handle + "]";
  }
}
