package org.symbolon.http;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import org.symbolon.Secured;

/** Puts {@link SecuredFilter} before each method that bears {@link Secured}. */
public class SecuredDynamicFeature implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (resource.getResourceMethod().isAnnotationPresent(Secured.class)
        || resource.getResourceClass().isAnnotationPresent(Secured.class)) {
      context.register(SecuredFilter.class);
    }
  }
}
