package org.symbolon.it;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** An application that lists its classes, and does not know ours. */
@ApplicationPath("/api")
public class ListedApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(LoginResource.class, SessionResource.class);
  }
}
