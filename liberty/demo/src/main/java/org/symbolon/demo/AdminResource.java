package org.symbolon.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/** For a role. The roles are the payload's {@code groups}, given at login. */
@Path("/admin")
@RequestScoped
public class AdminResource {
  @Inject CurrentSession current;

  @GET
  @Secured
  @RolesAllowed("admin")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue admin() {
    return Json.createObjectBuilder()
        .add("groups", Json.createArrayBuilder(current.get().groups()))
        .build();
  }
}
