package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * Registers the filters in every JAX-RS application of the WAR. Found by {@code META-INF/services},
 * also where the application lists its classes. The filters bear no {@code @Provider}, or a server
 * that scans the JAR would find them a second time.
 */
@ApplicationScoped
public class SymbolonFeature implements Feature {
  private static final List<Class<?>> PROVIDERS =
      List.of(
          PresenceFilter.class,
          CorsFilter.class,
          RefreshFilter.class,
          SignOutFilter.class,
          PublicKeysFilter.class,
          LocatorFilter.class,
          TokenResponseFilter.class,
          PageFilter.class,
          SessionExceptionMapper.class);

  /** For the server. */
  public SymbolonFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    PROVIDERS.forEach(context::register);
    return true;
  }
}
