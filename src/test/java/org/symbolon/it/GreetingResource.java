package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.symbolon.Secured;

@Path("/greeting")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class GreetingResource {

  @Inject
  @ConfigProperty(name = "symbolon.it.greeting")
  String greeting;

  @GET
  public String open() {
    return greeting;
  }

  @GET
  @Path("/secured")
  @Secured
  public String secured() {
    return greeting + " (secured)";
  }
}
