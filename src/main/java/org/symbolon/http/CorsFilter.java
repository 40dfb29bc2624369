package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SessionConfig;

/**
 * Lets the pages of {@code symbolon.http.allowed-origins} call: answers their preflights before
 * anything else sees them, and has the last word on the headers of every answer.
 */
@PreMatching
@Priority(CorsFilter.OUTERMOST)
@ApplicationScoped
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final int OUTERMOST = 1;

  private static final String ORIGIN = "Origin";

  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public CorsFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    String asked = request.getHeaderString(Cors.REQUEST_METHOD);
    if (asked != null && cors().answers(request.getMethod(), origin(request), asked)) {
      Response.ResponseBuilder answer = Response.noContent();
      Cors.preflight(asked, request.getHeaders().get(Cors.REQUEST_HEADERS)).forEach(answer::header);
      request.abortWith(answer.build());
    }
  }

  /** Replaces what the application says of an allowed origin, and leaves the rest to it. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    cors().decorate(response.getHeaders(), origin(request));
  }

  private Cors cors() {
    return Cors.of(config.http());
  }

  private static @Nullable String origin(ContainerRequestContext request) {
    return request.getHeaderString(ORIGIN);
  }
}
