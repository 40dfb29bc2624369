package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Open to everybody. Tells the page what it must know to refresh. */
@Path("/public")
@RequestScoped
public class PublicResource {

  @Inject
  @ConfigProperty(name = "symbolon.http.try-refresh-status", defaultValue = "440")
  int tryRefreshStatus;

  @Inject
  @ConfigProperty(name = "symbolon.refresh-token.path", defaultValue = "/api/session/refresh")
  String refreshPath;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue settings() {
    return Json.createObjectBuilder()
        .add("tryRefreshStatus", tryRefreshStatus)
        .add("refreshPath", refreshPath)
        .build();
  }
}
