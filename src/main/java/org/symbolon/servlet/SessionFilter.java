package org.symbolon.servlet;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.symbolon.http.Entrance;
import org.symbolon.http.RequestSession;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.PresentedTokens;

/**
 * Protects {@code symbolon.secured-paths}, and brings the request's session to servlets and pages.
 * The first of all filters, so that nothing is seen by those who may not.
 */
public class SessionFilter implements Filter {
  @Inject SessionGate gate;
  @Inject RequestSession current;
  @Inject ThrownRefusals thrown;

  /** For the server. */
  @SuppressWarnings("NullAway.Init")
  public SessionFilter() {}

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    ServletRequestHead head = gate.head(request, response);
    PresentedTokens presented = gate.read(head);
    current.begin(head, presented);
    // a dispatch is the application's own doing, and was let in when it came
    boolean arrives = request.getDispatcherType() == DispatcherType.REQUEST;
    HttpAnswer objection = arrives ? gate.objection(head) : null;
    if (objection != null) {
      gate.send(objection, request, response);
      return;
    }
    if (arrives && gate.isSecured(head)) {
      if (!gate.isForJaxRs(request) && !response.containsHeader("Cache-Control")) {
        // what a session is shown may not be shown to others; the application may say more
        response.setHeader("Cache-Control", "private");
      }
      Passage passage = gate.pass(head, presented);
      HttpAnswer refusal = gate.refusal(passage, head);
      if (refusal != null) {
        gate.send(refusal, request, response);
        return;
      }
      proceed(entered(request, passage), response, chain);
      return;
    }
    Entrance.Entry known = Entrance.known(head);
    if (known != null && !gate.isForJaxRs(request)) {
      // in JAX-RS a session is what @Secured finds
      current.enter(known);
    }
    proceed(request, response, chain);
  }

  private HttpServletRequest entered(HttpServletRequest request, Passage passage) {
    if (!(passage instanceof Passage.Entered entered)) {
      return request;
    }
    current.enter(entered.entry());
    return request.getUserPrincipal() == null
        ? new SessionRequest(request, entered.entry())
        : request;
  }

  private void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      HttpAnswer answer = thrown.answer(e, gate.head(request, response));
      if (answer == null || response.isCommitted()) {
        throw e;
      }
      HttpAnswer framed = gate.framed(answer, response);
      response.reset();
      gate.send(framed, request, response);
    }
  }
}
