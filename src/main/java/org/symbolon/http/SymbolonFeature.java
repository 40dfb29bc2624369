package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Registers the filters in every JAX-RS application of the WAR. Found by {@code META-INF/services},
 * also where the application lists its classes.
 */
@ApplicationScoped
public class SymbolonFeature implements Feature {

  /** For the server. */
  public SymbolonFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    context.register(RefreshFilter.class);
    context.register(LocatorFilter.class);
    context.register(TokenResponseFilter.class);
    context.register(SessionExceptionMapper.class);
    return true;
  }
}
