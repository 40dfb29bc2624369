package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.SessionManager;

/** On which devices the user is logged in: the handles of all sessions. */
@Path("/sessions")
@RequestScoped
public class SessionsResource {
  @Inject CurrentSession current;
  @Inject SessionManager sessions;

  @GET
  @Secured
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue list() {
    JsonArrayBuilder handles = Json.createArrayBuilder();
    sessions.handles(current.get().userId()).forEach(handle -> handles.add(handle.value()));
    return handles.build();
  }
}
