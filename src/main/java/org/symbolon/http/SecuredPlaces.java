package org.symbolon.http;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.symbolon.Secured;

/** Stops a deployment with {@link Secured} on beans where it does nothing. */
public class SecuredPlaces implements Extension {
  private final Set<Class<?>> types = new LinkedHashSet<>();

  /** For the server. */
  public SecuredPlaces() {}

  <T> void notice(
      @Observes @WithAnnotations({Secured.class, Path.class}) ProcessAnnotatedType<T> event) {
    types.add(event.getAnnotatedType().getJavaClass());
  }

  void check(@Observes AfterDeploymentValidation event) {
    MisplacedSecured.among(types)
        .forEach(line -> event.addDeploymentProblem(new DeploymentException(line)));
    types.clear();
  }
}
