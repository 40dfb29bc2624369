package org.symbolon.token;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.Session;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/**
 * What an access token carries.
 *
 * @param handle the session: claim {@code sid}
 * @param userId whose: {@code sub} and {@code upn}, the kind in {@code kind}
 * @param payload the application's JSON: {@code pl}; {@code null} if there is none
 * @param groups the roles: {@code groups}
 * @param authenticatedAt the login: {@code auth_time}
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}, and to the millisecond {@code exp_ms}
 * @param absoluteEnd when the session ends at the latest: {@code end}, in milliseconds
 * @param refreshHash1 hash1 of the refresh token that goes with it: {@code rt}
 * @param parentHash1 hash1 of the token that was refreshed, until the first use: {@code prt}
 * @param antiCsrf the anti-CSRF token: {@code csrf}; {@code null} if switched off
 * @param id random: {@code jti}
 */
public record AccessClaims(
    SessionHandle handle,
    UserId userId,
    @Nullable JsonValue payload,
    Set<String> groups,
    Instant authenticatedAt,
    Instant issuedAt,
    Instant expiresAt,
    Instant absoluteEnd,
    String refreshHash1,
    @Nullable String parentHash1,
    @Nullable String antiCsrf,
    String id) {

  /** The part that is for applications. */
  public Session session() {
    return new Session(handle, userId, payload, groups, authenticatedAt, issuedAt, expiresAt);
  }

  /**
   * The same session's next token, promoted or with another payload; it ends when this one does.
   */
  public AccessClaims renewed(
      @Nullable JsonValue newPayload, Set<String> newGroups, Instant newIssuedAt, String newId) {
    return new AccessClaims(
        handle,
        userId,
        newPayload,
        newGroups,
        authenticatedAt,
        newIssuedAt,
        expiresAt,
        absoluteEnd,
        refreshHash1,
        null,
        antiCsrf,
        newId);
  }

  /** The strings of a JSON array; none if it is anything else. */
  public static Set<String> strings(@Nullable JsonValue value) {
    Set<String> strings = new LinkedHashSet<>();
    if (value instanceof JsonArray array) {
      for (JsonValue element : array) {
        if (element instanceof JsonString string) {
          strings.add(string.getString());
        }
      }
    }
    return strings;
  }

  /** Handle and user id only. */
  @Override
  public String toString() {
    return "AccessClaims[" + handle + " of " + userId + "]";
  }
}
