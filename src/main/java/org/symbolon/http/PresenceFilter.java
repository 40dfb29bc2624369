package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/** Answers who asks whether our filters are here. The first of all filters. */
@PreMatching
@Priority(Integer.MIN_VALUE)
@ApplicationScoped
public class PresenceFilter implements ContainerRequestFilter {
  /** For CDI. */
  public PresenceFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    if (Presence.isAskedFor()) {
      request.abortWith(Response.noContent().build());
    }
  }
}
