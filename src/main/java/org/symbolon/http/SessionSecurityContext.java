package org.symbolon.http;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.symbolon.Session;

/** The session's user and roles, as JAX-RS asks for them. */
final class SessionSecurityContext implements SecurityContext {
  private final Session session;
  private final @Nullable SecurityContext before;

  SessionSecurityContext(Session session, @Nullable SecurityContext before) {
    this.session = session;
    this.before = before;
  }

  private record User(String name) implements Principal {
    @Override
    public String getName() {
      return name;
    }
  }

  @Override
  public Principal getUserPrincipal() {
    return new User(session.userId().toString());
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
