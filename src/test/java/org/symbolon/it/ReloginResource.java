package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.symbolon.CurrentSession;
import org.symbolon.UserId;

/** Loses the session that is not there, and makes a new one, in one request. */
@Path("/relogin")
@RequestScoped
public class ReloginResource {
  @Inject CurrentSession session;

  @POST
  public void relogin() {
    session.revoke();
    session.create(UserId.of("user-1"), null, null);
  }
}
