package org.symbolon;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a valid access token says about a session. A value: it does not change when the session
 * does, and reading it never touches the database.
 *
 * @param handle the session's id
 * @param userId whose session it is
 * @param payload the JSON given at login or by the last {@code replacePayload}; Java {@code null}
 *     if none was given, {@link JsonValue#NULL} if JSON null was
 * @param groups the roles: the strings of the payload's array {@code groups}, if that member is
 *     among {@code symbolon.access-token.claims}
 * @param authenticatedAt when the user logged in (claim {@code auth_time}, to the second)
 * @param issuedAt when the access token was issued, to the second
 * @param expiresAt when the access token ends; the session itself is prolonged by refreshing
 */
public record Session(
    SessionHandle handle,
    UserId userId,
    @Nullable JsonValue payload,
    Set<String> groups,
    Instant authenticatedAt,
    Instant issuedAt,
    Instant expiresAt) {

  /** Keeps its own copy of the groups. */
  public Session {
    groups = Set.copyOf(groups);
  }

  /** Handle and user id only: a payload is the application's, and may be personal. */
  @Override
  public String toString() {
    return "Session[" + handle + " of " + userId + "]";
  }
}
