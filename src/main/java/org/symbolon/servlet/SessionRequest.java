package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.Entrance;
import org.symbolon.http.TokenPrincipal;

/** A request that knows its user where the container does not. */
final class SessionRequest extends HttpServletRequestWrapper {
  private final Entrance.Entry entry;
  private @Nullable Principal principal;

  SessionRequest(HttpServletRequest request, Entrance.Entry entry) {
    super(request);
    this.entry = entry;
  }

  @Override
  public Principal getUserPrincipal() {
    Principal known = principal;
    if (known == null) {
      known = TokenPrincipal.of(entry.presented(), entry.session());
      principal = known;
    }
    return known;
  }

  @Override
  public String getRemoteUser() {
    return entry.session().userId().toString();
  }

  @Override
  public boolean isUserInRole(String role) {
    return entry.session().groups().contains(role);
  }

  @Override
  public String getAuthType() {
    return "SYMBOLON";
  }
}
