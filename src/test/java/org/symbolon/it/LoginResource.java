package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.UserId;

/** What every application has. */
@Path("/login")
@RequestScoped
public class LoginResource {
  @Inject CurrentSession session;

  @POST
  public String login(
      @QueryParam("user") String user, @QueryParam("groups") @DefaultValue("") String groups) {
    return session.create(UserId.of(user), payload(groups), null).handle().toString();
  }

  @GET
  @Secured
  public String who() {
    return session.get().userId().toString();
  }

  @DELETE
  @Secured
  public void logout() {
    session.revoke();
  }

  @DELETE
  @Path("leftovers")
  public void logoutWithoutSession() {
    session.revoke();
  }

  @DELETE
  @Path("everywhere")
  @Secured
  public void logoutEverywhere() {
    session.revokeAll();
  }

  static JsonObject payload(String groups) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (String group : groups.split(",", -1)) {
      array.add(group);
    }
    return Json.createObjectBuilder().add("groups", array).build();
  }
}
