package org.symbolon.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import org.symbolon.config.ProtectionConfig;
import org.symbolon.config.SessionConfig;

/**
 * Stops an application whose server was told to leave out our {@link SymbolonServletInitializer}:
 * {@code <absolute-ordering>} in {@code web.xml} does that (Jakarta Servlet §8.2.2). Payara tells
 * of no servlet context here; there {@code SymbolonExtension} sees the descriptor.
 */
@ApplicationScoped
public class RegistrationCheck {
  private static final System.Logger LOG = System.getLogger(RegistrationCheck.class.getName());

  private static final String UNCHECKED =
      "whether JAX-RS loads the library''s filters in the application ''{0}'' is not checked, since"
          + " <absolute-ordering> in its WEB-INF/web.xml leaves the library out: add <others/> to it,"
          + " or see to it that a request without cookies to a @Secured resource is refused";

  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public RegistrationCheck() {}

  void check(@Observes @Initialized(ApplicationScoped.class) Object event) {
    if (event instanceof ServletContext context && !OwnFilters.areNoted(context)) {
      if (config.protection().concernsServlets()) {
        String line = line(context, config.protection());
        tryTo(() -> OwnFilters.refuseAll(context, line));
        throw new DeploymentException(line);
      }
      if (!tryTo(() -> OwnFilters.add(context, PresenceCheckFilter.class))) {
        LOG.log(Level.WARNING, UNCHECKED, context.getContextPath());
      }
    }
  }

  private static String line(ServletContext context, ProtectionConfig protection) {
    return (protection.paths().any() ? "symbolon.secured-paths" : ProtectionConfig.MECHANISM)
        + " cannot work in the application '"
        + context.getContextPath()
        + "', since its server does not call the library's ServletContainerInitializer: remove"
        + " <absolute-ordering> from its WEB-INF/web.xml, or add <others/> to it";
  }

  /** Not every server takes filters at this moment. */
  private static boolean tryTo(Runnable registration) {
    try {
      registration.run();
      return true;
    } catch (IllegalStateException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "no filter can be registered any more", e);
      return false;
    }
  }
}
