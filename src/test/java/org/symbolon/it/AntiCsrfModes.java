package org.symbolon.it;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.symbolon.AntiCsrf;
import org.symbolon.Secured;

/** Every method in every mode. {@code HEAD} is served by {@code GET}. */
public final class AntiCsrfModes {
  private AntiCsrfModes() {}

  public abstract static class EveryMethod {
    @GET
    public String get() {
      return "in";
    }

    @POST
    public String post() {
      return "in";
    }

    @PUT
    public String put() {
      return "in";
    }

    @DELETE
    public String delete() {
      return "in";
    }

    @PATCH
    public String patch() {
      return "in";
    }

    @OPTIONS
    public String options() {
      return "in";
    }
  }

  @Path("/csrf/automatic")
  @Secured
  public static class Automatic extends EveryMethod {}

  @Path("/csrf/always")
  @Secured(antiCsrf = AntiCsrf.ALWAYS)
  public static class Always extends EveryMethod {}

  @Path("/csrf/never")
  @Secured(antiCsrf = AntiCsrf.NEVER)
  public static class Never extends EveryMethod {}

  @Path("/csrf/mixed")
  @Secured(antiCsrf = AntiCsrf.NEVER)
  public static class Mixed {
    @GET
    @Secured(antiCsrf = AntiCsrf.ALWAYS)
    public String get() {
      return "in";
    }

    @POST
    public String post() {
      return "in";
    }
  }
}
