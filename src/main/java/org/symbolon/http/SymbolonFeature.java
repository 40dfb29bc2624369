package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * Registers the filters in every JAX-RS application of the WAR. Found by {@code META-INF/services},
 * also where the application lists its classes.
 */
@ApplicationScoped
public class SymbolonFeature implements Feature {
  private static final List<Class<?>> PROVIDERS =
      List.of(
          RefreshFilter.class,
          LocatorFilter.class,
          TokenResponseFilter.class,
          SessionExceptionMapper.class);

  /** For the server. */
  public SymbolonFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    for (Class<?> provider : PROVIDERS) {
      // servers that scan the JAR for providers have it already, and warn of a second time
      if (!context.getConfiguration().isRegistered(provider)) {
        context.register(provider);
      }
    }
    return true;
  }
}
