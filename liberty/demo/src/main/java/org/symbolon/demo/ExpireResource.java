package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For the impatient: the browser loses its access token, as it does when the token expires. */
@Path("/expire")
@RequestScoped
public class ExpireResource {

  @Inject
  @ConfigProperty(name = "symbolon.access-token.path", defaultValue = "/")
  String path;

  @POST
  public Response expire() {
    String lost =
        "sAccessToken=; Path=" + path + "; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly";
    return Response.noContent().header(HttpHeaders.SET_COOKIE, lost).build();
  }
}
