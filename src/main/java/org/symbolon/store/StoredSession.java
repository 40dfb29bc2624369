package org.symbolon.store;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/**
 * A row of the table of sessions.
 *
 * @param handle {@code session_handle}
 * @param userId {@code user_id}
 * @param hash2 {@code refresh_token_hash_2}
 * @param info {@code session_info}; {@code null} if never given
 * @param payload {@code jwt_user_payload}; {@code null} if never given
 * @param expiresAt {@code expires_at}
 */
public record StoredSession(
    SessionHandle handle,
    UserId userId,
    String hash2,
    @Nullable JsonValue info,
    @Nullable JsonValue payload,
    Instant expiresAt) {

  /** Handle and user id only. */
  @Override
  public String toString() {
    return "StoredSession[" + handle + " of " + userId + "]";
  }
}
