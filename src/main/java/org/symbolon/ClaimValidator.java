package org.symbolon;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Something that must hold of a session before {@link Secured} lets it in: the e-mail address was
 * confirmed, the second factor was given, the account is paid for. Every CDI bean of this type is
 * asked before every secured method, but where {@link Secured#exempt} names it.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class EmailConfirmed implements ClaimValidator {
 *   public String id() { return "email-confirmed"; }
 *
 *   public Optional<JsonValue> objection(Session session) {
 *     return session.payload() instanceof JsonObject claims && claims.getBoolean("confirmed", false)
 *         ? Optional.empty()
 *         : Optional.of(Json.createValue("please confirm your e-mail address"));
 *   }
 * }
 * }</pre>
 *
 * <p>A session that fails is answered 403 ({@code symbolon.http.invalid-claim-status}) with
 *
 * <pre>{@code
 * {"message":"invalid claim","claimValidationErrors":[{"id":"email-confirmed","reason":"…"}]}
 * }</pre>
 *
 * as browser clients since 2022 expect; tokens stay untouched, and the session goes on.
 */
public interface ClaimValidator {

  /** By which clients tell it from others. */
  String id();

  /**
   * What is wrong with the session. Called by many threads, for each secured request, so it should
   * go by {@link Session#payload} and not by a database.
   *
   * @param session valid; for a session that the access token says something old about, the client
   *     refreshes after {@link SessionManager#replacePayload(SessionHandle, JsonValue)}
   * @return the reason for the client, any JSON; empty if all is well
   */
  Optional<JsonValue> objection(Session session);
}
