package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.symbolon.SessionException;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.Refusal;

/**
 * Answers page requests with {@link Pages}. Runs after the application's filters, whose {@code
 * Content-Security-Policy} would stop the refreshing page; what that says of frames stays.
 */
@Priority(CorsFilter.OUTERMOST + 1)
@ApplicationScoped
public class PageFilter implements ContainerResponseFilter {
  @Inject Pages pages;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public PageFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    SessionException failure = Refusal.marked(response.getHeaders());
    Refusal refusal = failure == null ? null : Refusal.of(failure);
    Refusal.unmark(response.getHeaders());
    if (refusal != null) {
      HttpAnswer before = new HttpAnswer(response.getStatus(), Map.of(), null);
      HttpAnswer page = pages.instead(refusal, new JaxRsRequestHead(request), before);
      if (page != null) {
        if (page.body() == null) {
          response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
        MultivaluedMap<String, Object> said = response.getHeaders();
        Answers.replace(
            response,
            Framing.keep(page, said.get("Content-Security-Policy"), said.get("X-Frame-Options")));
      }
    }
  }
}
