package org.symbolon.it;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.symbolon.AntiCsrf;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.UserId;

/** {@code @Secured(optional = true)} here and there. */
public final class OptionalResources {
  private OptionalResources() {}

  @Path("/optional")
  @RequestScoped
  @Secured(optional = true)
  public static class OnClass {
    @Inject CurrentSession session;

    @GET
    public String who(@Context SecurityContext security) {
      String user = session.find().map(it -> it.userId().toString()).orElse("nobody");
      return user + " " + "SYMBOLON".equals(security.getAuthenticationScheme());
    }

    @POST
    public String change() {
      return "in";
    }

    @POST
    @Path("login")
    @Secured(optional = true, antiCsrf = AntiCsrf.NEVER)
    public String login() {
      return session.create(UserId.of("returned"), null, null).userId().toString();
    }

    @GET
    @Path("strict")
    @Secured
    public String strict() {
      return "in";
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
      return "in";
    }

    @GET
    @Path("everyone")
    @PermitAll
    public String everyone() {
      return "in";
    }

    @Path("open-child")
    public OpenChild openChild() {
      return new OpenChild();
    }

    @Path("strict-child")
    public StrictChild strictChild() {
      return new StrictChild();
    }
  }

  @Path("/strict")
  @Secured
  public static class Strict {
    @GET
    public String get() {
      return "in";
    }

    @GET
    @Path("optional")
    @Secured(optional = true)
    public String optional() {
      return "in";
    }

    @Path("optional-child")
    public OptionalChild optionalChild() {
      return new OptionalChild();
    }
  }

  public static class OpenChild {
    @GET
    public String get() {
      return "in";
    }
  }

  @Secured
  public static class StrictChild {
    @GET
    public String get() {
      return "in";
    }
  }

  @Secured(optional = true)
  public static class OptionalChild {
    @GET
    public String get() {
      return "in";
    }
  }
}
