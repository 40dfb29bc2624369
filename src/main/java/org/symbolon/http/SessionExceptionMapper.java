package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import org.symbolon.SessionException;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.Refusal;
import org.symbolon.log.LimitedLog;

/** Turns every {@link SessionException} that a resource lets pass into its answer. */
@ApplicationScoped
public class SessionExceptionMapper implements ExceptionMapper<SessionException> {
  private static final System.Logger LOG = System.getLogger(SessionExceptionMapper.class.getName());
  private static final LimitedLog OUTAGE = new LimitedLog(LOG, System::nanoTime);

  @Inject SessionConfig config;
  @Inject RefusedRequests refused;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SessionExceptionMapper() {}

  @Override
  public Response toResponse(SessionException failure) {
    return Refusal.mark(Answers.response(answer(failure)), failure);
  }

  /** The same, as yet without a word about tokens. */
  HttpAnswer answer(SessionException failure) {
    refused.refused(failure);
    if (failure instanceof SessionStoreException) {
      // in an outage there are many, and all stacks are alike
      OUTAGE.log(Level.WARNING, "answered 503: {0}", failure.getMessage());
      LOG.log(Level.DEBUG, "the cause of the 503", failure);
    }
    return Failures.answer(failure, config.http());
  }
}
