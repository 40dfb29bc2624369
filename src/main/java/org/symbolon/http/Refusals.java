package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.symbolon.SessionException;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.Transports;

/** What a request is answered that is refused before JAX-RS: what JAX-RS would have answered. */
@ApplicationScoped
public class Refusals {
  /** For those who have a session and lack a role. */
  public static final HttpAnswer ROLE_MISSING = Failures.ROLE_MISSING;

  @Inject SessionExceptionMapper failures;
  @Inject Transports transports;
  @Inject Pages pages;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public Refusals() {}

  /** The answer; stages that the client loses its tokens if it does. */
  public HttpAnswer answer(SessionException failure, RequestHead request) {
    HttpAnswer plain = failures.answer(failure);
    Refusal refusal = Refusal.of(failure);
    if (refusal == null) {
      return plain;
    }
    HttpAnswer inItsWords = transports.refuse(failure, request);
    HttpAnswer said = inItsWords == null ? plain : inItsWords;
    HttpAnswer page = pages.instead(refusal, request, said);
    return page == null ? said : page;
  }
}
