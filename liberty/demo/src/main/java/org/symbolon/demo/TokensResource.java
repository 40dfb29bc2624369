package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/**
 * What is inside the browser's tokens, which its scripts cannot read. It lies below the refresh
 * path because the refresh token is sent nowhere else. Contents only, never a token.
 */
@Path("/session/refresh/tokens")
@RequestScoped
public class TokensResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue tokens(
      @CookieParam("sAccessToken") String accessToken,
      @CookieParam("sRefreshToken") String refreshToken) {
    JsonObjectBuilder tokens = Json.createObjectBuilder().add("now", Instant.now().toEpochMilli());
    if (accessToken != null) {
      tokens.add("accessToken", TokenContents.claims(accessToken));
    }
    if (refreshToken != null) {
      tokens.add("refreshToken", TokenContents.fields(refreshToken));
    }
    return tokens.build();
  }
}
