package org.symbolon.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.http.Refusals;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.RequestHead;

/** Finds refusals in what servlets and pages throw, which wrap it. JAX-RS has its own mappers. */
@ApplicationScoped
public class ThrownRefusals {
  private static final int DEEPEST = 20;

  /** By name, since a server need not have enterprise beans. */
  private static final String NO_ACCESS = "jakarta.ejb.EJBAccessException";

  @Inject Refusals refusals;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public ThrownRefusals() {}

  /** The answer to what was thrown; {@code null} if it is no refusal. */
  @Nullable HttpAnswer answer(Exception thrown, RequestHead request) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof SessionException failure) {
        return refusals.answer(failure, request);
      }
      if (cause instanceof ForbiddenException || cause.getClass().getName().equals(NO_ACCESS)) {
        return Refusals.ROLE_MISSING;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
