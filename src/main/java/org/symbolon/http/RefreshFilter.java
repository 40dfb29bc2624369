package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.SessionException;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.UnauthorisedException;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.OwnFailure;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.RequestSite;
import org.symbolon.http.transport.StagedTokens;
import org.symbolon.http.transport.Transports;

/**
 * The first to see a request: notes what it presents, and serves the refresh path itself. A filter,
 * since a resource's path cannot follow the configuration, and a resource in a JAR is not found
 * where the application lists its classes.
 */
@PreMatching
@Priority(RefreshFilter.FIRST)
@ApplicationScoped
public class RefreshFilter implements ContainerRequestFilter {
  static final int FIRST = 100;

  private static final System.Logger LOG = System.getLogger(RefreshFilter.class.getName());

  /** More applications than a WAR has; a server may spell the path as the request did. */
  private static final int MOST_WARNINGS = 10;

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  @Inject SessionConfig config;
  @Inject Transports transports;
  @Inject SessionManager manager;
  @Inject RequestSession current;
  @Inject SessionExceptionMapper failures;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public RefreshFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    RequestHead head = new JaxRsRequestHead(request);
    PresentedTokens presented = transports.of(head).read(head);
    current.begin(head, presented);
    warnOfForeignPath(request.getUriInfo().getBaseUri().getPath());
    String path = request.getUriInfo().getRequestUri().getPath();
    if (path.equals(config.refreshToken().path()) && !mayBePreflight(request.getMethod())) {
      request.abortWith(answer(request, presented));
    }
  }

  private Response answer(ContainerRequestContext request, PresentedTokens presented) {
    if (!request.getMethod().equals(HttpMethod.POST)) {
      return Response.fromResponse(Answers.text(405, "The refresh token endpoint takes POST"))
          .header(HttpHeaders.ALLOW, HttpMethod.POST)
          .build();
    }
    // a foreign page could refresh at a moment of its choice, and make an honest client look like a
    // thief: two generations within one round trip
    RequestHead head = new JaxRsRequestHead(request);
    return isForeign(head) && !transports.comesWithBearer(head)
        ? Answers.text(403, "Pages of this origin may not refresh")
        : refresh(request, presented);
  }

  private boolean isForeign(RequestHead head) {
    return new RequestSite(head, config.http().allowedOrigins()).isForeign();
  }

  /** Without allowed origins the application may have a filter of its own that answers it. */
  private boolean mayBePreflight(String method) {
    return method.equals(HttpMethod.OPTIONS) && !cors().isOn();
  }

  private Cors cors() {
    return Cors.of(config.http());
  }

  /**
   * The commonest mistake: the context path, or the application's, is missing from the property.
   */
  private void warnOfForeignPath(String applicationPath) {
    String path = config.refreshToken().path();
    if (!path.startsWith(applicationPath)
        && warned.size() < MOST_WARNINGS
        && warned.add(applicationPath)) {
      LOG.log(
          Level.WARNING,
          "symbolon.refresh-token.path = {0} is not below {1}, so the JAX-RS application there does"
              + " not serve it; that is right only if another one does",
          path,
          applicationPath);
    }
  }

  private Response refresh(ContainerRequestContext request, PresentedTokens presented) {
    RequestHead head = new JaxRsRequestHead(request);
    try {
      StagedTokens.refresh(head, refresh(head, presented));
      return Response.ok().build();
    } catch (SessionForbiddenException e) {
      StagedTokens.tidy(head);
      return failures.toResponse(e);
    } catch (SessionException e) {
      return failures.toResponse(OwnFailure.note(head, e));
    }
  }

  /** Applications may send bearer tokens of their own with every call. */
  private SessionTokens refresh(RequestHead head, PresentedTokens presented) {
    try {
      return refresh(presented);
    } catch (UnauthorisedException e) {
      PresentedTokens others =
          e.reason() == Reason.UNKNOWN_TOKEN && !isForeign(head)
              ? transports.withoutForeignBearer(head)
              : null;
      if (others == null) {
        throw e;
      }
      current.begin(head, others);
      return refresh(others);
    }
  }

  private SessionTokens refresh(PresentedTokens presented) {
    if (!presented.sessionExpected()) {
      throw new UnauthorisedException(Reason.NO_SESSION, "the request has no session");
    }
    presented.requireAllRead();
    return manager.refresh(presented.refreshTokens());
  }
}
