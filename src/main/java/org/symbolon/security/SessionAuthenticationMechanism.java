package org.symbolon.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.symbolon.Session;
import org.symbolon.http.RequestSession;
import org.symbolon.http.TokenPrincipal;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.servlet.Passage;
import org.symbolon.servlet.ServletRequestHead;
import org.symbolon.servlet.SessionGate;

/**
 * Tells the container who is calling: the user of the request's session, with the session's groups.
 * Nothing is remembered from one request to the next, and no HTTP session is made.
 */
@ApplicationScoped
public class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {
  @Inject SessionGate gate;
  @Inject RequestSession current;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SessionAuthenticationMechanism() {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    ServletRequestHead head = gate.head(request, response);
    if (gate.isOpen(head)) {
      return context.doNothing();
    }
    Passage passage = gate.pass(head, gate.read(head));
    HttpAnswer refusal = context.isProtected() ? gate.refusal(passage, head) : null;
    if (refusal != null) {
      return refuse(refusal, request, response);
    }
    if (passage instanceof Passage.Entered entered) {
      Session session = entered.entry().session();
      return context.notifyContainerAboutLogin(
          TokenPrincipal.of(entered.entry().presented(), session), session.groups());
    }
    return context.doNothing();
  }

  private AuthenticationStatus refuse(
      HttpAnswer refusal, HttpServletRequest request, HttpServletResponse response) {
    try {
      gate.send(refusal, request, response);
      // WildFly puts an error page of its own in the place of an answer that can still be changed
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** {@code HttpServletRequest.logout}: ends the session as well, or it would come back at once. */
  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    current.revoke();
    context.cleanClientSubject();
  }
}
