package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import org.symbolon.SessionException;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.HttpAnswer;

/**
 * Serves the sign-out, which clients of today expect the server to have: ends the session that the
 * request presents. Asks for what a secured {@code POST} asks for, but no claim validator: who may
 * do nothing else must be able to leave.
 */
@PreMatching
@Priority(RefreshFilter.FIRST + 1)
@ApplicationScoped
public class SignOutFilter implements ContainerRequestFilter {
  @Inject SessionConfig config;
  @Inject Entrance entrance;
  @Inject RequestSession current;
  @Inject SessionExceptionMapper failures;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SignOutFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    // another method may be a resource of the application's
    if (request.getMethod().equals(HttpMethod.POST)
        && request.getUriInfo().getRequestUri().getPath().equals(config.http().signOutPath())
        && new SecuredFilter(AccessRule.ANY_SESSION, ClaimCheck.NONE, entrance, current, failures)
            .admits(request)) {
      request.abortWith(signOut());
    }
  }

  private Response signOut() {
    try {
      current.revoke();
    } catch (SessionException e) {
      return failures.toResponse(e);
    }
    return Answers.response(
        HttpAnswer.json(200, Json.createObjectBuilder().add("status", "OK").build()));
  }
}
