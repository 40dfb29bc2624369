package org.symbolon.it;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.symbolon.AntiCsrf;
import org.symbolon.Secured;

/** Sub-resource locators, with {@code @Secured} here and there. */
public final class SubResources {
  private SubResources() {}

  @Secured
  public static class SecuredChild {
    @GET
    public String get() {
      return "in";
    }
  }

  public static class PlainChild {
    @GET
    public String get() {
      return "in";
    }
  }

  @Path("/locators")
  public static class Locators {
    @Path("secured")
    public SecuredChild secured() {
      return new SecuredChild();
    }

    @Path("secured-behind-object")
    public Object untyped() {
      return new SecuredChild();
    }

    @Path("secured-by-class")
    public Class<SecuredChild> byClass() {
      return SecuredChild.class;
    }

    @Path("plain")
    public PlainChild plain() {
      return new PlainChild();
    }

    @Path("deep")
    public Deeper deep() {
      return new Deeper();
    }
  }

  public static class Deeper {
    @Path("secured")
    @Secured(antiCsrf = AntiCsrf.NEVER)
    public PlainChild secured() {
      return new PlainChild();
    }

    @Path("plain")
    public OtherChild plain() {
      return new OtherChild();
    }
  }

  public static class OtherChild {
    @GET
    public String get() {
      return "in";
    }
  }

  @Path("/secured-locators")
  @Secured
  public static class SecuredLocators {
    @Path("plain")
    public PlainChild plain() {
      return new PlainChild();
    }
  }
}
