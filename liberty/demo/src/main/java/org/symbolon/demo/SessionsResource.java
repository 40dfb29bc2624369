package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.Session;
import org.symbolon.SessionHandle;
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

  /** Logs the user in on another device, one that the demo makes up and that is never heard of. */
  @POST
  @Secured
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue add() {
    Session other = sessions.create(current.get().userId(), null, null).session();
    return SessionJson.of(other).build();
  }

  @DELETE
  @Path("{handle}")
  @Secured
  public void revoke(@PathParam("handle") String handle) {
    SessionHandle asked = new SessionHandle(handle);
    Session mine = current.get();
    if (asked.equals(mine.handle())) {
      current.revoke(); // which clears this client's cookies as well
    } else if (sessions.handles(mine.userId()).contains(asked)) {
      sessions.revoke(asked);
    } else {
      throw Refusal.because("you have no such session");
    }
  }
}
