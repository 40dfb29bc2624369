package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Session;

/** Whoever gives a name is believed: a real application checks a password or a passkey first. */
@Path("/login")
@RequestScoped
public class LoginResource {
  @Inject CurrentSession current;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue login(JsonValue body) {
    Login login = Login.of(body);
    Session session = current.create(login.user(), login.payload(), login.info());
    return SessionJson.of(session).build();
  }
}
