package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/** The session info: any JSON that stays in the database. */
@Path("/info")
@RequestScoped
@Secured
public class InfoResource {
  @Inject CurrentSession current;

  /** 204 if none was ever given. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue read() {
    return current.info();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public void replace(JsonValue info) {
    current.replaceInfo(info);
  }
}
