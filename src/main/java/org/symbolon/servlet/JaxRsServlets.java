package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which servlets are JAX-RS applications: those named after the application's class (Jakarta
 * REST §2.3.2), or with the class as a parameter, or of a known implementation.
 */
final class JaxRsServlets {
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Whether the request goes to one of them. */
  boolean serve(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    return name != null
        && !name.isEmpty()
        && known.computeIfAbsent(
            name, it -> ServletKind.of(request.getServletContext(), it) == ServletKind.JAX_RS);
  }
}
