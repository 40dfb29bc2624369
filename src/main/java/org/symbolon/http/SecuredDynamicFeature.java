package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import org.symbolon.Secured;
import org.symbolon.config.SessionConfig;

/**
 * Puts a {@link SecuredFilter} before each resource method that {@link Secured} applies to, or a
 * role, which implies it.
 */
@ApplicationScoped
public class SecuredDynamicFeature implements DynamicFeature {
  @Inject SessionConfig config;
  @Inject Entrance entrance;
  @Inject RequestSession current;
  @Inject ClaimValidators claims;
  @Inject SessionExceptionMapper failures;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SecuredDynamicFeature() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    AccessRule rule = AccessRule.of(type, method, config.protection().rolesWithoutSecured());
    if (rule != null) {
      context.register(
          new SecuredFilter(rule, claims.before(type, method), entrance, current, failures));
    }
  }
}
