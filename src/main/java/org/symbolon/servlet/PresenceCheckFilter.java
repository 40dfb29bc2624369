package org.symbolon.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.http.Presence;

/**
 * Answers 503 where a JAX-RS application works without our filters, since its providers of {@code
 * META-INF/services} are switched off: what is secured there would be open. Asks each application
 * once, before its first request.
 */
public class PresenceCheckFilter implements Filter {
  private static final System.Logger LOG = System.getLogger(PresenceCheckFilter.class.getName());

  private final JaxRsServlets jaxRs = new JaxRsServlets();
  private final Set<String> protectedServlets = ConcurrentHashMap.newKeySet();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /** For the server. */
  public PresenceCheckFilter() {}

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !jaxRs.serve(request)
        || isProtected(request, response)) {
      chain.doFilter(request, response);
    } else {
      RefusingFilter.refuse(response);
    }
  }

  private boolean isProtected(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String servlet = request.getHttpServletMapping().getServletName();
    if (!protectedServlets.contains(servlet)) {
      if (!isPresent(servlet, request, response)) {
        return false;
      }
      protectedServlets.add(servlet);
    }
    return true;
  }

  private boolean isPresent(
      String servlet, HttpServletRequest request, HttpServletResponse response) throws IOException {
    RequestDispatcher application = request.getServletContext().getNamedDispatcher(servlet);
    boolean present =
        application != null && Presence.meets(() -> ask(application, request, response));
    if (!present && reported.add(servlet)) {
      LOG.log(
          Level.ERROR,
          "the JAX-RS application {0} at {1} does not load the library''s filters, so that @Secured"
              + " and roles would protect nothing, and is answered 503: remove what switches its"
              + " providers of META-INF/services off (jakarta.ws.rs.loadServices=false, for"
              + " instance)",
          servlet,
          request.getContextPath() + request.getServletPath());
    }
    return present;
  }

  private static void ask(
      RequestDispatcher application, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      application.include(new PresenceRequest(request), new DiscardedResponse(response));
    } catch (ServletException | RuntimeException e) {
      LOG.log(Level.DEBUG, "the JAX-RS application does not answer", e);
    }
  }
}
