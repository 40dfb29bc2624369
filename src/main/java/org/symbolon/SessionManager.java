package org.symbolon;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All sessions, independent of HTTP. A CDI bean, injectable anywhere, safe for any number of
 * threads and nodes.
 *
 * <p>Inside a JAX-RS request {@link CurrentSession} is the handier one: it also sends the tokens to
 * the client. The caller of this interface transports them itself.
 *
 * <p>Every method that touches the database says so; each of these may throw {@link
 * SessionStoreException} within {@code symbolon.database.timeout}, and none takes part in the
 * caller's transaction: a rollback of the application neither undoes nor is undone by it.
 *
 * <p>JSON arguments and results keep absent and null apart: Java {@code null} means that no value
 * was ever given, {@link JsonValue#NULL} is JSON null.
 */
public interface SessionManager {

  /**
   * Creates a session: the user has just logged in. One insert.
   *
   * @param userId whose session
   * @param payload JSON to carry in every access token, so readable without the database, by the
   *     client's owner too
   * @param info JSON to keep in the database only; at most 65,535 bytes, as is the payload
   * @return the tokens for the client
   * @throws SessionRejectedException if the user id, a JSON value or the size of the resulting
   *     token cannot work; nothing was stored
   */
  SessionTokens create(UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info);

  /**
   * Verifies an access token. No database access, but one guarded update at the first use after a
   * refresh (and one select more if another request was first). With {@code
   * symbolon.access-token.blacklisting} every other use is one select: whether the session still
   * exists.
   *
   * @param accessToken what the client presented
   * @param antiCsrf the token that must match, or {@link AntiCsrfCheck#skip()}
   * @return the session, and the access token that replaces the presented one if there is one
   * @throws TryRefreshTokenException if the token is expired, unknown or outdated, or the anti-CSRF
   *     token is wrong; the client refreshes and repeats
   * @throws UnauthorisedException if the session is gone; without blacklisting that shows at the
   *     first use after a refresh only
   */
  Verification verify(String accessToken, AntiCsrfCheck antiCsrf);

  /**
   * Which session an access token of ours names, expired or not, whether the session still exists
   * or not: for logins and log-outs, which end it. It lets nobody in. No database access but a look
   * for a key that is not known, as in {@link #verify}.
   *
   * @return empty if the token is none of ours, or older than the keys
   */
  Optional<Session> identify(String accessToken);

  /**
   * Exchanges a refresh token for new tokens. One select; if the presented token had not been used
   * before, one guarded update more.
   *
   * <p>May be repeated safely: an answer that was lost on the way costs nothing, and requests that
   * come twice within the leeway get the same tokens ({@code docs/rotation.md}).
   *
   * @throws UnauthorisedException if the token is not ours, or the session is gone or expired
   * @throws TokenTheftDetectedException if only a copied token explains the request
   */
  SessionTokens refresh(String refreshToken);

  /**
   * The same for a client that presents several tokens, since it keeps cookies from before a change
   * of domain or path beside the new ones: the first that its session accepts counts, and what is
   * left over is no theft beside it. Of the living sessions of several users none counts: somebody
   * has put a token of his beside the client's. One select more for each token that is looked at,
   * unless all are of one session.
   *
   * @param refreshTokens in the order in which they came; none is {@link UnauthorisedException}
   * @throws UnauthorisedException if none of them is ours, or no session goes on
   * @throws TokenTheftDetectedException if none is accepted and the first is a copied token
   * @throws SessionForbiddenException if they belong to living sessions of several users
   */
  SessionTokens refresh(List<String> refreshTokens);

  /**
   * Ends a session of which only the handle is known. Access tokens already issued stay valid until
   * they expire, unless {@code symbolon.access-token.blacklisting} is on. One select (the event
   * names the user) and one delete.
   *
   * @return whether there was such a session
   */
  boolean revoke(SessionHandle handle);

  /**
   * Ends a session. Access tokens already issued stay valid until they expire, unless {@code
   * symbolon.access-token.blacklisting} is on. One delete.
   *
   * @return whether it still existed
   */
  boolean revoke(Session session);

  /**
   * Ends all sessions that the user has at this moment. One select, one delete.
   *
   * @return the handles of the sessions that were found; none of them exists any longer
   */
  List<SessionHandle> revokeAll(UserId userId);

  /** Whether the session is there and has not expired. One select. */
  boolean exists(SessionHandle handle);

  /** The handles of the user's living sessions, in no particular order. One select. */
  List<SessionHandle> handles(UserId userId);

  /**
   * Reads the session info. One select.
   *
   * @throws SessionNotFoundException if there is no such session
   */
  @Nullable JsonValue info(SessionHandle handle);

  /**
   * Replaces the session info; the last writer wins. One update.
   *
   * @throws SessionNotFoundException if there is no such session
   * @throws SessionRejectedException if the JSON text is larger than 65,535 bytes
   */
  void replaceInfo(SessionHandle handle, @Nullable JsonValue info);

  /**
   * Reads the payload from the database: what the next refreshed token will carry. One select.
   *
   * @throws SessionNotFoundException if there is no such session
   */
  @Nullable JsonValue payload(SessionHandle handle);

  /**
   * Replaces the payload of any session, say of a user whose roles have changed. The session's
   * client sees it with its next refresh. One select, one update.
   *
   * @throws SessionNotFoundException if there is no such session
   * @throws SessionRejectedException if the token would become too large for a cookie
   */
  void replacePayload(SessionHandle handle, @Nullable JsonValue payload);

  /**
   * Replaces the payload of the session whose access token is at hand, at once: the result holds an
   * access token with the new payload and the old one's expiry. One update, and what {@link
   * #verify} needs.
   *
   * @param accessToken as for {@link #verify}; the anti-CSRF token is not checked again
   * @throws TryRefreshTokenException as for {@link #verify}
   * @throws UnauthorisedException if the session is gone
   * @throws SessionRejectedException if the token would become too large for a cookie
   */
  Verification replacePayload(String accessToken, @Nullable JsonValue payload);
}
