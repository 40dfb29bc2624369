package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * A thief gets a copy of the refresh token: in life out of a backup, a log, by malware. The cookie
 * is sent only to paths below the refresh path, hence this one.
 */
@Path("/session/refresh/copy")
@RequestScoped
public class CopyResource {
  @Inject Thieves thieves;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue copy(@CookieParam("sRefreshToken") String refreshToken) {
    if (refreshToken == null) {
      throw Refusal.because("there is no refresh token to copy: log in first");
    }
    int generation = TokenContents.generation(refreshToken);
    return Json.createObjectBuilder()
        .add("thief", thieves.add(Loot.copied(refreshToken)))
        .add("generation", generation)
        .build();
  }
}
