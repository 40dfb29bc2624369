package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** A login as it was before. */
@Path("/old-login")
@RequestScoped
public class OldLoginResource {
  @Context HttpServletRequest request;

  @POST
  public void login(@QueryParam("user") String user) {
    request.getSession().setAttribute("user", user);
  }
}
