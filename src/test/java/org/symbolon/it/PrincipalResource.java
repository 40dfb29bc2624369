package org.symbolon.it;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.symbolon.Secured;

/** Asks JAX-RS who it is. */
@Path("/whoami")
public class PrincipalResource {

  @GET
  @Secured
  public String who(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }
}
