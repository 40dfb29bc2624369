package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.symbolon.SessionException;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.StagedTokens;
import org.symbolon.http.transport.Transports;

/** Writes what the request staged, whatever the answer is otherwise. */
@Priority(Priorities.HEADER_DECORATOR)
@ApplicationScoped
public class TokenResponseFilter implements ContainerResponseFilter {
  @Inject Transports transports;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public TokenResponseFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RequestHead head = new JaxRsRequestHead(request);
    SessionException failure = Refusal.marked(response.getHeaders());
    if (failure != null) {
      HttpAnswer inItsWords = transports.refuse(failure, head);
      if (inItsWords != null) {
        Answers.replace(response, inItsWords);
      }
      // whatever the application says of its answers: the same question gets another one soon
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    StagedTokens staged = StagedTokens.of(head);
    if (staged != null) {
      transports.write(staged, head, response.getHeaders());
    }
    if (SecuredFilter.concerns(request)
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      // what a session is shown may not be shown to others; the application may say more
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private");
    }
  }
}
