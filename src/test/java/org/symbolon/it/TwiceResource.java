package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.UserId;

/** Says more than one thing about the tokens in one request, or speaks of cookies itself. */
@Path("/twice")
@RequestScoped
public class TwiceResource {
  @Inject CurrentSession session;

  @POST
  @Path("create-revoke")
  public void createThenRevoke(@QueryParam("user") String user) {
    create(user);
    session.revoke();
  }

  @POST
  @Path("revoke-create")
  public void revokeThenCreate(@QueryParam("user") String user) {
    session.revoke();
    create(user);
  }

  @POST
  @Path("create-create")
  public String createTwice(@QueryParam("user") String user) {
    create(user);
    create(user);
    return session.get().handle().toString();
  }

  @POST
  @Path("create-change")
  public String createThenChange(@QueryParam("user") String user) {
    create(user);
    return "" + session.replacePayload(LoginResource.payload("changed")).payload();
  }

  @POST
  @Path("change-change")
  @Secured
  public String changeTwice() {
    session.replacePayload(LoginResource.payload("once"));
    return "" + session.replacePayload(LoginResource.payload("twice")).payload();
  }

  @POST
  @Path("own-headers")
  public Response ownHeaders(@QueryParam("user") String user) {
    create(user);
    return Response.ok("done")
        .header("Set-Cookie", "theirs=1; Path=/")
        .cookie(new NewCookie.Builder("typed").value("2").path("/").build())
        .header("Set-Cookie", "sAccessToken=forged; Path=/")
        .header("Access-Control-Expose-Headers", "Location, anti-csrf")
        .header("Access-Control-Expose-Headers", "X-Total")
        .header("id-refresh-token", "wrong")
        .header("anti-csrf", "wrong")
        .header("Cache-Control", "max-age=60")
        .build();
  }

  private void create(String user) {
    session.create(UserId.of(user), null, null);
  }
}
