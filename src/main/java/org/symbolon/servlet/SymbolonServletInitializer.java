package org.symbolon.servlet;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SessionConfig;

/** Registers {@link SessionFilter} before all others, if the configuration asks for it. */
public class SymbolonServletInitializer implements ServletContainerInitializer {
  private static final System.Logger LOG =
      System.getLogger(SymbolonServletInitializer.class.getName());
  private static final String FILTER = SessionFilter.class.getName();

  /** For the server. */
  public SymbolonServletInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (isNeeded()) {
      FilterRegistration.Dynamic filter = context.addFilter(FILTER, SessionFilter.class);
      if (filter != null) {
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
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
