package org.symbolon.it;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A resource of another service, which knows MicroProfile JWT and nothing of the library. */
@Path("/orders")
@RequestScoped
@RolesAllowed("reader")
@Produces(MediaType.TEXT_PLAIN)
public class ServiceResource {
  @Inject JsonWebToken token;

  @Inject
  @Claim(standard = Claims.sub)
  String subject;

  @Inject
  @Claim(standard = Claims.groups)
  Set<String> groups;

  @Inject
  @Claim("tenant")
  JsonString tenant;

  @Inject
  @Claim("pl")
  JsonObject payload;

  @GET
  public String own(@Context SecurityContext security) {
    return security.getUserPrincipal().getName()
        + " "
        + token.getName()
        + " "
        + subject
        + " "
        + new TreeSet<>(groups)
        + " "
        + tenant.getString()
        + " "
        + payload.getJsonNumber("credit").longValueExact()
        + " "
        + security.isUserInRole("admin");
  }

  @GET
  @Path("all")
  @RolesAllowed("admin")
  public String all() {
    return "all";
  }
}
