package org.symbolon.observability.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.symbolon.observability.NodeHealth;

/**
 * The check {@code symbolon} of readiness. There is none of liveness: a restart mends no database.
 */
@Readiness
@ApplicationScoped
public class SessionReadiness implements HealthCheck {
  @Inject NodeHealth node;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SessionReadiness() {}

  @Override
  public HealthCheckResponse call() {
    NodeHealth.Report report = node.report();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("symbolon").status(report.isReady());
    report.data().forEach(response::withData);
    return response.build();
  }
}
