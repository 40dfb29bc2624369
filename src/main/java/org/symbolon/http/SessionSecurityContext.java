package org.symbolon.http;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.symbolon.Session;

/** The session's user and roles, as JAX-RS asks for them. */
final class SessionSecurityContext implements SecurityContext {
  private final Session session;
  private final String token;
  private final @Nullable SecurityContext before;
  private @Nullable JsonWebToken principal;

  /**
   * Of one request.
   *
   * @param token the access token that it presented, which says {@code session} and was verified
   * @param before what the server itself knows
   */
  SessionSecurityContext(Session session, String token, @Nullable SecurityContext before) {
    this.session = session;
    this.token = token;
    this.before = before;
  }

  @Override
  public Principal getUserPrincipal() {
    // the claims are read once more, which only a request that asks shall pay for
    JsonWebToken known = principal;
    if (known == null) {
      known = TokenPrincipal.of(token, session);
      principal = known;
    }
    return known;
  }

  @Override
  public boolean isUserInRole(String role) {
    return session.groups().contains(role);
  }

  @Override
  public boolean isSecure() {
    return before != null && before.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return "SYMBOLON";
  }
}
