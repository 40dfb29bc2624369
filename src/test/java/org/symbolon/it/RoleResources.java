package org.symbolon.it;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.symbolon.Secured;

/** Roles on methods and classes. */
public final class RoleResources {
  private RoleResources() {}

  @Path("/roles/methods")
  @Secured
  public static class OnMethods {
    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
      return "in";
    }

    @GET
    @Path("several")
    @RolesAllowed({"admin", "editor"})
    public String several() {
      return "in";
    }

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
      return "in";
    }

    @GET
    @Path("context")
    public String context(@Context SecurityContext security) {
      return security.getUserPrincipal().getName()
          + " editor="
          + security.isUserInRole("editor")
          + " admin="
          + security.isUserInRole("admin")
          + " "
          + security.getAuthenticationScheme();
    }

    @GET
    @Path("principal")
    public String principal(@Context SecurityContext security) {
      JsonWebToken token = (JsonWebToken) security.getUserPrincipal();
      return token.getName()
          + " "
          + new TreeSet<>(token.getGroups())
          + " "
          + token.<JsonObject>getClaim("pl").getJsonArray("groups")
          + " "
          + token.getRawToken();
    }
  }

  @Path("/roles/class")
  @Secured
  @RolesAllowed("admin")
  public static class OnClass {
    @GET
    public String admin() {
      return "in";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
      return "in";
    }
  }

  public static class Permissive {
    @GET
    @PermitAll
    public String get() {
      return "in";
    }
  }

  @Path("/roles/overriding")
  @RolesAllowed("admin")
  @Secured
  public static class Overriding extends Permissive {
    @Override
    @GET
    public String get() {
      return "in";
    }
  }

  @RolesAllowed("admin")
  public static class Guarded {
    @GET
    public String get() {
      return "in";
    }
  }

  @Path("/roles/inheriting")
  @PermitAll
  @Secured
  public static class Inheriting extends Guarded {}

  /** The same name twice: what stands on one method says nothing about the other. */
  @Path("/roles/overloads")
  @Secured
  @DenyAll
  public static class Overloads {
    @GET
    @Path("permitted")
    @PermitAll
    public String get(@QueryParam("name") Wide name) {
      return "in";
    }

    @GET
    @Path("denied")
    public String get(@QueryParam("name") Narrow name) {
      return "in";
    }
  }

  public static class Wide {
    public Wide(String text) {}
  }

  public static class Narrow extends Wide {
    public Narrow(String text) {
      super(text);
    }
  }
}
