package org.symbolon.it;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** A second JAX-RS application of a WAR, which loads no providers but those that it names. */
@ApplicationPath("/off")
public class SwitchedOffApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SecuredPlaces.OnClass.class, SecuredPlaces.OnMethod.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jakarta.ws.rs.loadServices",
        false,
        "jersey.config.server.disableMetainfServicesLookup",
        true,
        "jersey.config.disableAutoDiscovery",
        true);
  }
}
