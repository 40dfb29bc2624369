package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/**
 * The payload: any JSON that travels in the access token. Here everybody may change their own, and
 * with it their roles; a real application decides that itself.
 */
@Path("/payload")
@RequestScoped
public class PayloadResource {
  @Inject CurrentSession current;

  @PUT
  @Secured(exempt = NotOnHold.class)
  @Consumes(MediaType.APPLICATION_JSON)
  public void replace(JsonValue payload) {
    current.replacePayload(payload);
  }
}
