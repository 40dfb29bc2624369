package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionException;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionManager;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.Verification;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.Refusal;

/** Has the request's tokens verified, introduces the user, checks the roles. */
@Priority(Priorities.AUTHENTICATION)
final class SecuredFilter implements ContainerRequestFilter {
  private final AccessRule rule;
  private final ClaimCheck claims;
  private final SessionManager manager;
  private final RequestSession current;
  private final SessionExceptionMapper failures;

  SecuredFilter(
      AccessRule rule,
      ClaimCheck claims,
      SessionManager manager,
      RequestSession current,
      SessionExceptionMapper failures) {
    this.rule = rule;
    this.claims = claims;
    this.manager = manager;
    this.current = current;
    this.failures = failures;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    admits(request);
  }

  /** Whether the request may go on; if not, it is answered already. */
  boolean admits(ContainerRequestContext request) {
    try {
      Session session = verify(request, current.presented());
      if (!rule.roles().admits(session.groups())) {
        request.abortWith(Failures.text(403, "This needs a role that you do not have"));
        return false;
      }
      Response objection = claims.refusal(session);
      if (objection != null) {
        request.abortWith(objection);
      }
      return objection == null;
    } catch (SessionException e) {
      if (rule.admitsStrangers() && Refusal.of(e) == Refusal.UNAUTHORISED) {
        enterWithoutSession();
        return true;
      }
      request.abortWith(failures.toResponse(e));
      return false;
    }
  }

  /** Who presents a session that is gone loses its cookies with the answer, whatever that is. */
  private void enterWithoutSession() {
    if (current.presented().sessionExpected()) {
      current.leave();
    }
  }

  /** Any valid one of several cookies of the name will do. */
  private Session verify(ContainerRequestContext request, PresentedTokens presented) {
    if (!presented.sessionExpected()) {
      throw new UnauthorisedException(Reason.NO_SESSION, "the request has no session");
    }
    AntiCsrfCheck check =
        rule.antiCsrf().appliesTo(request.getMethod())
            ? presented.antiCsrf()
            : AntiCsrfCheck.skip();
    SessionException failure = null;
    for (String token : presented.accessTokens()) {
      try {
        Verification verification = manager.verify(token, check);
        current.enter(verification, token);
        request.setSecurityContext(
            new SessionSecurityContext(
                verification.session(), token, request.getSecurityContext()));
        return verification.session();
      } catch (SessionException e) {
        // one that says that the session is over must not hide that another one may go on
        failure = failure == null || Refusal.of(failure) == Refusal.UNAUTHORISED ? e : failure;
      }
    }
    throw failure == null
        ? new TryRefreshTokenException(Reason.NO_TOKEN, "the request has no access token")
        : failure;
  }
}
