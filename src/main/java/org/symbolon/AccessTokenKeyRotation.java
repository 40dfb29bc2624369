package org.symbolon;

import java.time.Instant;

/**
 * Rotates the key of access tokens out of turn: because a rule demands it, or to see that nobody
 * notices. By itself the key changes every {@code symbolon.access-token.key-update-interval}.
 *
 * <p>A CDI bean, for applications; where {@link AccessTokenKeys} supplies the keys, they are
 * rotated there.
 */
@FunctionalInterface
public interface AccessTokenKeyRotation {

  /**
   * Announces a new key: a row in the table, which all nodes read within a minute and publish with
   * their public keys. It signs new access tokens after {@code
   * symbolon.access-token.key-announcement}, and until the next key starts in its turn; the old
   * ones verify until the last token signed with them is over.
   *
   * <p>With {@code symbolon.access-token.format=supertokens-node} there is one row, whose key is
   * replaced, and signs, at once: one update, two selects.
   *
   * <p>Against a key that was <em>stolen</em> this is too slow: delete its row ({@code
   * docs/operations.md}). One insert, two or three selects.
   *
   * @return from when on the new key signs
   * @throws SessionStoreException if the database did not take the key; nothing has changed then
   * @throws IllegalStateException if the application supplies the keys
   */
  Instant rotate();
}
