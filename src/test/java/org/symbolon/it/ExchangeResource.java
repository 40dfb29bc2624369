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
      return goTo("/login");
    }
    session.create(UserId.of((String) old.getAttribute("user")), null, null);
    old.invalidate();
    boolean ours = then != null && then.startsWith("/") && !then.startsWith("//");
    return goTo(ours ? then : "/");
  }

  /** Not by Response.seeOther, which takes a path for one below the JAX-RS application. */
  private static Response goTo(String path) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", path).build();
  }
}
