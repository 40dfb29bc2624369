package org.symbolon.store;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/**
 * The table of sessions. Each method is the number of statements that it says, each a transaction
 * of its own; failures are {@code SessionStoreException}. Whether a session has expired is the
 * caller's question.
 */
public interface SessionStore {

  /** Inserts a new session. One statement. */
  void insert(StoredSession session);

  /**
   * Reads a session. One statement, and a second one if its row has to be sealed.
   *
   * @return empty also if the row is there but must not be believed ({@link RowSeal})
   */
  Optional<StoredSession> find(SessionHandle handle);

  /**
   * Replaces the refresh token's hash and the expiry, if the hash is still the expected one. One
   * statement.
   *
   * @return whether it was
   */
  boolean promote(SessionHandle handle, String expectedHash2, String newHash2, Instant expiresAt);

  /**
   * Deletes a session. One statement.
   *
   * @return whether there was one
   */
  boolean delete(SessionHandle handle);

  /**
   * Deletes a session if the hash is still the expected one. One statement.
   *
   * @return whether it was
   */
  boolean deleteIf(SessionHandle handle, String expectedHash2);

  /** The handles of exactly this user's sessions that end after {@code now}. One statement. */
  List<SessionHandle> handlesOf(UserId userId, Instant now);

  /**
   * Deletes all sessions of exactly this user, expired ones too. Two statements, or one if there is
   * none.
   *
   * @return the handles that were found
   */
  List<SessionHandle> deleteAllOf(UserId userId);

  /**
   * Replaces the session info. One statement, and a second one if it hit no row.
   *
   * @return whether there is such a session, changed or not
   */
  boolean replaceInfo(SessionHandle handle, @Nullable JsonValue info);

  /**
   * Replaces the payload. One statement, and a second one if it hit no row.
   *
   * @param userId whose session it is, by a row that was read or a token that was verified
   * @return whether there is such a session, changed or not
   */
  boolean replacePayload(SessionHandle handle, UserId userId, @Nullable JsonValue payload);
}
