package org.symbolon.it;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/** In an application that uses both the library and the server's MicroProfile JWT. */
@Path("/both")
@RequestScoped
public class BothResource {
  @Inject JsonWebToken servers;
  @Inject CurrentSession session;
  @Inject BeanManager beans;

  @GET
  @Secured
  @RolesAllowed("reader")
  public String who(@Context SecurityContext security) {
    JsonWebToken ours = (JsonWebToken) security.getUserPrincipal();
    return session.get().userId()
        + " "
        + ours.getName()
        + " "
        + servers.getName()
        + " "
        + ours.getRawToken().equals(servers.getRawToken());
  }

  /** Without {@code @Secured}: left to the server, which asks for its own token. */
  @GET
  @Path("alone")
  @RolesAllowed("reader")
  public String alone() {
    return servers.getName() + " " + session.find().isPresent();
  }

  /** Which classes make the token that applications inject. */
  @GET
  @Path("beans")
  public String beans() {
    return beans.getBeans(JsonWebToken.class, Any.Literal.INSTANCE).stream()
        .map(bean -> bean.getBeanClass().getName())
        .collect(Collectors.joining(" "));
  }
}
