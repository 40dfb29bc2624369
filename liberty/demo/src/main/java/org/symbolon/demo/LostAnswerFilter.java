package org.symbolon.demo;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Plays a bad network: the server has done its work, but what it answers never arrives. Response
 * filters run from high to low priority, so this one is after the library's.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR - 1000)
public class LostAnswerFilter implements ContainerResponseFilter {
  static final String LOSE = "Demo-Lose-Answer";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getHeaderString(LOSE) != null) {
      response.getHeaders().remove(HttpHeaders.SET_COOKIE);
      response.getHeaders().remove("id-refresh-token");
      response.getHeaders().remove("anti-csrf");
      response.setStatus(504);
      response.setEntity("the demo lost this answer", null, MediaType.TEXT_PLAIN_TYPE);
    }
  }
}
