package org.symbolon.servlet;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which servlets are JAX-RS applications: those named after the application's class (Jakarta
 * REST §2.3.2), or with the class as a parameter.
 */
final class JaxRsServlets {
  private static final String PARAMETER = "jakarta.ws.rs.Application";

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Whether the request goes to one of them. */
  boolean serve(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    return name != null
        && !name.isEmpty()
        && known.computeIfAbsent(name, it -> isApplication(request, it));
  }

  private static boolean isApplication(HttpServletRequest request, String name) {
    ServletRegistration servlet = request.getServletContext().getServletRegistration(name);
    if (servlet != null && servlet.getInitParameter(PARAMETER) != null) {
      return true;
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return Application.class.isAssignableFrom(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
