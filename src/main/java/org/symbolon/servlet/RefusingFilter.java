package org.symbolon.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers 503 in an application that must not serve anything: some servers go on after an exception
 * at the start.
 */
final class RefusingFilter implements Filter {
  private static final System.Logger LOG = System.getLogger(RefusingFilter.class.getName());

  private final String line;
  private final AtomicBoolean said = new AtomicBoolean();

  RefusingFilter(String line) {
    this.line = line;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    if (!said.getAndSet(true)) {
      LOG.log(Level.ERROR, "all requests are answered 503: {0}", line);
    }
    refuse((HttpServletResponse) response);
  }

  /** The reason is for the log: a stranger need not know it. */
  static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("The application is not protected, and refuses to work");
  }
}
