package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.symbolon.config.SessionConfig;

/** Writes what the request staged, whatever the answer is otherwise. */
@Priority(Priorities.HEADER_DECORATOR)
@ApplicationScoped
public class TokenResponseFilter implements ContainerResponseFilter {
  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public TokenResponseFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (Refusal.of(response.getHeaders()) == Refusal.UNAUTHORISED) {
      StagedTokens.clear(request);
    }
    StagedTokens staged = StagedTokens.of(request);
    if (staged != null) {
      new CookieTransport(config).write(staged, response.getHeaders());
    }
  }
}
