package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.security.SecureRandom;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.SessionTransport;
import org.symbolon.http.transport.Transports;

/**
 * Makes something that a browser can use of a refusal where it asked for a whole page. Runs after
 * the application's filters, whose {@code Content-Security-Policy} would stop the refreshing page.
 */
@Priority(CorsFilter.OUTERMOST + 1)
@ApplicationScoped
public class PageFilter implements ContainerResponseFilter {
  private static final int SEE_OTHER = 303;
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final SecureRandom random = new SecureRandom();

  @Inject SessionConfig config;
  @Inject Transports transports;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public PageFilter() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Refusal refusal = Refusal.of(response.getHeaders());
    Refusal.unmark(response.getHeaders());
    if (refusal != null && isPage(request)) {
      if (refusal == Refusal.TRY_REFRESH) {
        refresh(request, response);
      } else {
        login(request, response);
      }
    }
  }

  private static boolean isPage(ContainerRequestContext request) {
    return PageRequest.is(
        request.getMethod(),
        request.getHeaderString(HttpHeaders.ACCEPT),
        request.getHeaderString("Sec-Fetch-Mode"));
  }

  private void login(ContainerRequestContext request, ContainerResponseContext response) {
    String address = config.http().loginPage();
    if (address != null) {
      new LoginPage(address)
          .instead(request.getUriInfo().getRequestUri())
          .ifPresent(
              location -> {
                response.setStatus(SEE_OTHER);
                response.setEntity(null);
                response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
                response.getHeaders().putSingle(HttpHeaders.LOCATION, location);
              });
    }
  }

  private void refresh(ContainerRequestContext request, ContainerResponseContext response) {
    SessionTransport transport = transports.of(request);
    RefreshPage page =
        RefreshPage.of(
            config, transport.read(request).markers(), transport.refreshHeaders(), random);
    response.setEntity(page.html(), new Annotation[0], HTML);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Content-Security-Policy", page.policy());
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "same-origin");
  }
}
