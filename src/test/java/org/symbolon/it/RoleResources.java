package org.symbolon.it;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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

  @Path("/roles/optional-nobody")
  @Secured(optional = true)
  public static class Optional {
    @GET
    @DenyAll
    public String nobody() {
      return "in";
    }
  }

  /** Without {@code @Secured}. */
  @Path("/roles/alone")
  public static class Alone {
    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
      return "in";
    }

    @GET
    @Path("stricter")
    @RolesAllowed("admin")
    @PermitAll
    public String stricter() {
      return "in";
    }

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
      return "in";
    }

    @GET
    @Path("no-roles")
    @RolesAllowed({})
    public String noRoles() {
      return "in";
    }

    @GET
    @Path("contradiction")
    @PermitAll
    @RolesAllowed("admin")
    @DenyAll
    public String contradiction() {
      return "in";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
      return "in";
    }

    @GET
    @Path("plain")
    public String plain() {
      return "in";
    }

    @POST
    @RolesAllowed("admin")
    public String change() {
      return "in";
    }

    @Path("located")
    @RolesAllowed("admin")
    public Located located() {
      return new Located();
    }

    @Path("located-bean")
    public LocatedBean locatedBean() {
      return CDI.current().select(LocatedBean.class).get();
    }
  }

  @RolesAllowed("admin")
  public static class LocatedBase {
    @GET
    public String get() {
      return "in";
    }
  }

  /** Says nothing of what it inherits (Jakarta Annotations §2.1), which a proxy would hide. */
  @ApplicationScoped
  @PermitAll
  public static class LocatedBean extends LocatedBase {
    @Path("deep")
    @RolesAllowed("admin")
    public Located deep() {
      return new Located();
    }
  }

  public static class Located {
    @GET
    public String get() {
      return "in";
    }
  }

  @Path("/roles/alone-class")
  @RolesAllowed("admin")
  public static class AloneOnClass {
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

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
      return "in";
    }
  }

  @Path("/roles/alone-inheriting")
  public static class AloneInheriting extends Guarded {}

  public static class Plain {
    @GET
    public String get() {
      return "in";
    }
  }

  @Path("/roles/alone-inherited")
  @RolesAllowed("admin")
  public static class AloneInherited extends Plain {}

  public interface Contract {
    @GET
    @RolesAllowed("admin")
    String get();
  }

  @Path("/roles/alone-implementing")
  public static class AloneImplementing implements Contract {
    @Override
    public String get() {
      return "in";
    }
  }

  @RolesAllowed("admin")
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface ForAdmins {}

  @Path("/roles/alone-stereotype")
  @ForAdmins
  public static class AloneStereotype {
    @GET
    public String get() {
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
