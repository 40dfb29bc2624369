package org.symbolon.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a servlet makes of the path below its mapping. */
enum ServletKind {
  /** A JAX-RS application: the path of a resource. */
  JAX_RS,
  /** Faces: the path of a page, whatever its ending. */
  FACES,
  /** The container's servlet for files: the path of a file of the application. */
  FILES,
  /** Whatever it likes. */
  OTHER;

  private static final String PARAMETER = "jakarta.ws.rs.Application";

  static ServletKind of(ServletContext context, String name) {
    ServletRegistration servlet = context.getServletRegistration(name);
    String type = servlet == null ? null : servlet.getClassName();
    if ((servlet != null && servlet.getInitParameter(PARAMETER) != null)
        || extendsOne(name, Application.class.getName())
        || isJaxRs(type)) {
      return JAX_RS;
    }
    if (extendsOne(type, "jakarta.faces.webapp.FacesServlet")) {
      return FACES;
    }
    return name.equals("default") || (type != null && type.endsWith("DefaultServlet"))
        ? FILES
        : OTHER;
  }

  /** The servlets of Jersey, RESTEasy and CXF, which need not be told an application's class. */
  private static boolean isJaxRs(@Nullable String type) {
    String name = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return name.startsWith("org.glassfish.jersey.")
        || name.startsWith("org.jboss.resteasy.")
        || name.startsWith("io.openliberty.restfulws")
        || name.startsWith("org.apache.cxf.");
  }

  private static boolean extendsOne(@Nullable String type, String ancestor) {
    if (ancestor.equals(type)) {
      return true;
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> place = type == null ? null : Class.forName(type, false, loader);
      while (place != null && !place.getName().equals(ancestor)) {
        place = place.getSuperclass();
      }
      return place != null;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
