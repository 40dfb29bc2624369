package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.symbolon.CurrentSession;
import org.symbolon.UserId;

/** As in docs/migration.md, word for word: MigrationIT compares. */
@Path("/exchange")
@RequestScoped
public class ExchangeResource {
  @Inject CurrentSession session;
  @Context HttpServletRequest request;

  @GET
  public Response exchange(@QueryParam("then") String then) {
    HttpSession old = request.getSession(false);
    if (old == null || old.getAttribute("user") == null) {
      return Response.seeOther(URI.create("/login")).build();
    }
    session.create(UserId.of((String) old.getAttribute("user")), null, null);
    old.invalidate();
    boolean ours = then != null && then.startsWith("/") && !then.startsWith("//");
    return Response.seeOther(URI.create(ours ? then : "/")).build();
  }
}
