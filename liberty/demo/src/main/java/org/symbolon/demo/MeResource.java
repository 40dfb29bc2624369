package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.Session;

/** Who is logged in, as the access token says it: without the database. */
@Path("/me")
@RequestScoped
public class MeResource {
  @Inject CurrentSession current;

  @GET
  @Secured
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue me() {
    Session session = current.get();
    JsonObjectBuilder me = SessionJson.of(session);
    if (session.payload() != null) {
      me.add("payload", session.payload());
    }
    return me.build();
  }
}
