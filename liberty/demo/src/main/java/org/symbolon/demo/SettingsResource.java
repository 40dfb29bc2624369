package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the page's scenes must know about the configuration; durations in milliseconds. */
@Path("/settings")
@RequestScoped
public class SettingsResource {

  // Texts, since the library alone is to complain about wrong ones.
  @Inject
  @ConfigProperty(name = "symbolon.access-token.validity")
  String validity;

  @Inject
  @ConfigProperty(name = "symbolon.refresh-token.leeway")
  String leeway;

  @Inject
  @ConfigProperty(name = "symbolon.refresh-token.repeat-limit")
  String repeatLimit;

  @Inject
  @ConfigProperty(name = "symbolon.http.unauthorised-status", defaultValue = "401")
  String unauthorisedStatus;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue settings() {
    return Json.createObjectBuilder()
        .add("validity", Duration.parse(validity).toMillis())
        .add("leeway", Duration.parse(leeway).toMillis())
        .add("repeatLimit", Integer.parseInt(repeatLimit))
        .add("unauthorisedStatus", Integer.parseInt(unauthorisedStatus))
        .build();
  }
}
