package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.symbolon.AccessTokenKeyRotation;
import org.symbolon.CurrentSession;
import org.symbolon.UserId;

/** Where the users of the other services log in. */
@Path("/login")
@RequestScoped
public class IssuerResource {
  @Inject CurrentSession session;
  @Inject AccessTokenKeyRotation rotation;

  @POST
  @Path("rotation")
  public String rotate() {
    return rotation.rotate().toString();
  }

  @POST
  public void login(@QueryParam("user") String user, @QueryParam("groups") String groups) {
    session.create(
        UserId.of(user),
        Json.createObjectBuilder()
            .add("groups", Json.createArrayBuilder(List.of(groups.split(",", -1))))
            .add("tenant", "acme")
            .add("credit", Long.MAX_VALUE)
            .build(),
        null);
  }
}
