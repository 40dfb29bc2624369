package org.symbolon;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session of the request at hand: a request-scoped CDI bean, in JAX-RS, and in servlets and
 * pages where {@code symbolon.secured-paths} or {@code symbolon.security.mechanism} is set.
 * Whatever changes the client's tokens here is sent with the answer, each cookie and header once;
 * the last change wins. A servlet must change them before its answer is committed.
 *
 * <pre>{@code
 * @POST @Path("/login")
 * public Response login(Credentials c) {
 *   session.create(UserId.of(users.check(c)), null, null);
 *   return Response.noContent().build();
 * }
 * }</pre>
 *
 * <p>Outside such a request every method is an {@link IllegalStateException}.
 */
public interface CurrentSession {

  /**
   * Creates a session and logs the client in with this request's answer. Each session that the
   * client presents an access token of (of one name four are read), expired or not, is revoked, so
   * that a login never leaves one before it behind (OWASP ASVS 7.2.4). One insert, and one delete
   * for each of these.
   *
   * @throws SessionForbiddenException if a page of another site sent the request, and {@code
   *     symbolon.http.allowed-origins} and {@code symbolon.http.login-origins} do not name its
   *     origin; a navigation by {@code GET} is let through
   * @throws SessionRejectedException as {@link SessionManager#create}
   * @throws SessionStoreException as {@link SessionManager#create}
   */
  Session create(UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info);

  /**
   * The session that {@link Secured}, a secured path or, outside JAX-RS, the container's mechanism
   * found, or that was created in this request; empty on resources that are not secured, on those
   * with {@link Secured#optional} for requests without a session, and after {@link #revoke}. No
   * database access.
   */
  Optional<Session> find();

  /**
   * Like {@link #find}, where there must be one. No database access.
   *
   * @throws UnauthorisedException if there is none
   */
  Session get();

  /**
   * Replaces the payload; the client receives an access token with the new one in this answer. One
   * update.
   *
   * @throws UnauthorisedException if there is no session, or no longer
   * @throws SessionRejectedException if the token would become too large for a cookie
   */
  Session replacePayload(@Nullable JsonValue payload);

  /**
   * Reads the session info. One select.
   *
   * @throws UnauthorisedException if there is no session, or no longer
   */
  @Nullable JsonValue info();

  /**
   * Replaces the session info. One update.
   *
   * @throws UnauthorisedException if there is no session, or no longer
   * @throws SessionRejectedException if the JSON text is larger than 65,535 bytes
   */
  void replaceInfo(@Nullable JsonValue info);

  /**
   * Logs out: ends the session and takes away the tokens that the request presented. On a resource
   * that is not secured it ends every session whose access token the client presents, expired or
   * not; if there is none, it only clears, and not even that if the request comes from a page that
   * may not use the session ({@code docs/http.md}, "When tokens are cleared"). One delete for each.
   *
   * @throws SessionForbiddenException if the request carries more tokens than are read, so that
   *     which session is the user's cannot be told; nothing has ended
   */
  void revoke();

  /**
   * Logs out everywhere: ends all of the user's sessions and takes this client's tokens away. One
   * select, one delete.
   *
   * @throws UnauthorisedException if there is no session
   */
  void revokeAll();
}
