package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.Verification;

/**
 * What a thief does in a browser of his own. He must not do it by the wire here, where the owner's
 * browser is the client: its cookies would be sent and cleared.
 */
@Path("/thief/{thief}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ThiefResource {
  @Inject SessionManager sessions;
  @Inject Thieves thieves;

  /** Refreshes with the newest token that he holds. */
  @POST
  @Path("refresh")
  public JsonValue refresh(@PathParam("thief") String thief) {
    Loot loot = thieves.of(thief);
    return refresh(thief, loot, loot.refreshToken());
  }

  /** Refreshes with the copied token once more, in the hope of meeting the owner's refresh. */
  @POST
  @Path("poll")
  public JsonValue poll(@PathParam("thief") String thief) {
    Loot loot = thieves.of(thief);
    return refresh(thief, loot, loot.copied());
  }

  private JsonValue refresh(String thief, Loot loot, String token) {
    try {
      SessionTokens received = sessions.refresh(token);
      thieves.keep(thief, loot.with(received));
      return ThiefReport.accepted(
          received.session(), TokenContents.generation(received.refreshToken().value()));
    } catch (TokenTheftDetectedException e) {
      return ThiefReport.refused("theft detected");
    } catch (UnauthorisedException e) {
      return ThiefReport.refused("unauthorised");
    }
  }

  /** Reads as the user, with the newest access token. */
  @POST
  @Path("read")
  public JsonValue read(@PathParam("thief") String thief) {
    Loot loot = thieves.of(thief);
    if (loot.accessToken() == null) {
      return ThiefReport.refused("no access token");
    }
    try {
      Verification verified = sessions.verify(loot.accessToken(), AntiCsrfCheck.skip());
      if (verified.replacement() != null) {
        thieves.keep(thief, loot.withAccessToken(verified.replacement().value()));
      }
      return ThiefReport.accepted(
          verified.session(), TokenContents.generation(loot.refreshToken()));
    } catch (TryRefreshTokenException e) {
      return ThiefReport.refused("try refresh token");
    } catch (UnauthorisedException e) {
      return ThiefReport.refused("unauthorised");
    }
  }
}
