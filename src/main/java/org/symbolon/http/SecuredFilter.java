package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.symbolon.Session;
import org.symbolon.SessionException;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.RequestHead;

/** Has the request's tokens verified, introduces the user, checks the roles. */
@Priority(Priorities.AUTHENTICATION)
final class SecuredFilter implements ContainerRequestFilter {
  private static final String ASKED = SecuredFilter.class.getName();

  private final AccessRule rule;
  private final ClaimCheck claims;
  private final Entrance entrance;
  private final RequestSession current;
  private final SessionExceptionMapper failures;

  SecuredFilter(
      AccessRule rule,
      ClaimCheck claims,
      Entrance entrance,
      RequestSession current,
      SessionExceptionMapper failures) {
    this.rule = rule;
    this.claims = claims;
    this.entrance = entrance;
    this.current = current;
    this.failures = failures;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    admits(request);
  }

  /** Whether the request may go on; if not, it is answered already. */
  boolean admits(ContainerRequestContext request) {
    request.setProperty(ASKED, true);
    if (rule.roles().deniesAll()) {
      request.abortWith(Answers.response(Failures.ROLE_MISSING));
      return false;
    }
    try {
      Session session = enter(request);
      if (!rule.roles().admits(session.groups())) {
        request.abortWith(Answers.response(Failures.ROLE_MISSING));
        return false;
      }
      HttpAnswer objection = claims.refusal(session);
      if (objection != null) {
        request.abortWith(Answers.response(objection));
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

  /** Whether the answer may depend on who asks: something secured was asked for, or is entered. */
  static boolean concerns(ContainerRequestContext request) {
    return request.getProperty(ASKED) != null
        || Entrance.known(new JaxRsRequestHead(request)) != null;
  }

  /** Who presents a session that is gone loses its cookies with the answer, whatever that is. */
  private void enterWithoutSession() {
    if (current.presented().sessionExpected()) {
      current.leave(false);
    }
  }

  private Session enter(ContainerRequestContext request) {
    RequestHead head = new JaxRsRequestHead(request);
    PresentedTokens presented = current.presented();
    Entrance.Entry entry =
        entrance.enter(head, presented, Entrance.check(rule.antiCsrf(), head, presented));
    current.enter(entry);
    request.setSecurityContext(
        new SessionSecurityContext(
            entry.session(), entry.presented(), request.getSecurityContext()));
    return entry.session();
  }
}
