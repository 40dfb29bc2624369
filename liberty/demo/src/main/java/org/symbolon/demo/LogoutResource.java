package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/**
 * Secured, although somebody is leaving: without a valid access token nobody could tell which
 * session to end. A client whose token has expired is told to refresh (440) and asks again; one
 * without a session gets 401. The cookies that it sent are cleared either way.
 */
@Path("/")
@RequestScoped
@Secured
public class LogoutResource {
  @Inject CurrentSession current;

  @POST
  @Path("logout")
  public void logout() {
    current.revoke();
  }

  @POST
  @Path("logout-all")
  public void logoutEverywhere() {
    current.revokeAll();
  }
}
