package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;

/** Placeholder: lets a request pass if it names a user. */
public class SecuredFilter implements ContainerRequestFilter {

  static final String HEADER = "X-Symbolon-Skeleton";

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString(HEADER) == null) {
      request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    }
  }
}
