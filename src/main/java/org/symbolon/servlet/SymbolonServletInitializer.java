package org.symbolon.servlet;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.Secured;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.MisplacedSecured;

/**
 * Registers {@link SessionFilter} before all others, if the configuration asks for it, and {@link
 * PresenceCheckFilter} where JAX-RS has something to protect.
 */
@HandlesTypes({
  Secured.class,
  RolesAllowed.class,
  DenyAll.class,
  // for those that inherit it
  Path.class,
  GET.class,
  POST.class,
  PUT.class,
  PATCH.class,
  DELETE.class
})
public class SymbolonServletInitializer implements ServletContainerInitializer {
  private static final System.Logger LOG =
      System.getLogger(SymbolonServletInitializer.class.getName());

  /** For the server. */
  public SymbolonServletInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    OwnFilters.note(context);
    if (isNeeded()) {
      OwnFilters.add(context, SessionFilter.class);
    }
    if (classes != null && !classes.isEmpty()) {
      OwnFilters.add(context, PresenceCheckFilter.class);
      List<String> misplaced = MisplacedSecured.among(classes);
      if (!misplaced.isEmpty()) {
        String line = String.join("; ", misplaced);
        OwnFilters.refuseAll(context, line);
        throw new ServletException(line);
      }
    }
  }

  /** In doubt it is: the filter itself looks at the configuration for each request. */
  private static boolean isNeeded() {
    try {
      return CDI.current().select(SessionConfig.class).get().protection().concernsServlets();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "CDI does not run yet, so the filter is registered in any case", e);
      return true;
    }
  }
}
