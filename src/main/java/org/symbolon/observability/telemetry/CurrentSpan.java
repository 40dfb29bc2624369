package org.symbolon.observability.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.symbolon.observability.Instruments;

/** A span that is the thread's current one until it is closed. */
final class CurrentSpan implements Instruments.Span {
  private final Span span;
  private final Scope scope;

  @SuppressWarnings("MustBeClosedChecker") // closed with this
  CurrentSpan(Span span) {
    this.span = span;
    this.scope = span.makeCurrent();
  }

  @Override
  public void failed(Throwable failure) {
    span.setAttribute("error.type", failure.getClass().getName());
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public void outcome(String outcome) {
    span.setAttribute("outcome", outcome);
  }

  @Override
  public void close() {
    scope.close();
    span.end();
  }
}
