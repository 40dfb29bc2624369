package org.symbolon.it;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** An application's filter that speaks of policies and origins itself. */
@Provider
public class OwnHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if ("policy=strict".equals(request.getUriInfo().getRequestUri().getQuery())) {
      headers.putSingle("Content-Security-Policy", "default-src 'self'");
    }
    if ("policy=framed".equals(request.getUriInfo().getRequestUri().getQuery())) {
      headers.putSingle(
          "Content-Security-Policy", "default-src 'self'; frame-ancestors https://partner.example");
    }
    if ("policy=stored".equals(request.getUriInfo().getRequestUri().getQuery())) {
      headers.putSingle("Cache-Control", "private, max-age=60");
    }
    if ("policy=deny".equals(request.getUriInfo().getRequestUri().getQuery())) {
      headers.putSingle("X-Frame-Options", "DENY");
    }
    if (request.getUriInfo().getPath().endsWith("own-origins")) {
      headers.putSingle("Access-Control-Allow-Origin", "*");
      headers.add("Access-Control-Allow-Credentials", "true");
      headers.add("Access-Control-Allow-Credentials", "true");
      headers.add("Access-Control-Expose-Headers", "X-Total, Anti-CSRF");
      headers.add("Vary", "origin");
      headers.add("Vary", "Accept-Language");
    }
  }
}
