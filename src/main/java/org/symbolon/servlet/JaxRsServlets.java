package org.symbolon.servlet;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which servlets are JAX-RS applications: those named after the application's class (Jakarta
 * REST §2.3.2), or with the class as a parameter.
 */
final class JaxRsServlets {
  private static final String PARAMETER = "jakarta.ws.rs.Application";

  private static final List<String> RUNTIMES =
      List.of("org.glassfish.jersey.servlet.", "org.jboss.resteasy.plugins.server.servlet.");

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Whether the request goes to one of them. */
  boolean serve(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    return name != null
        && !name.isEmpty()
        && known.computeIfAbsent(name, it -> isApplication(request, it));
  }

  /** The servlets of Jersey and RESTEasy, which web.xml may name under any name. */
  private static boolean isRuntime(@Nullable String servletClass) {
    return servletClass != null && RUNTIMES.stream().anyMatch(servletClass::startsWith);
  }

  private static boolean isApplication(HttpServletRequest request, String name) {
    ServletRegistration servlet = request.getServletContext().getServletRegistration(name);
    if (servlet != null
        && (servlet.getInitParameter(PARAMETER) != null || isRuntime(servlet.getClassName()))) {
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
