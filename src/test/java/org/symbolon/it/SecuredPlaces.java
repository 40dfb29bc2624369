package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.symbolon.Secured;

/** A resource for each place where {@code @Secured} may stand, and some without it. */
public final class SecuredPlaces {
  private SecuredPlaces() {}

  @Path("/method")
  public static class OnMethod {
    @GET
    @Secured
    public String secured() {
      return "in";
    }

    @GET
    @Path("open")
    public String open() {
      return "in";
    }
  }

  @Path("/class")
  @Secured
  public static class OnClass {
    @GET
    public String get() {
      return "in";
    }
  }

  @Secured
  public static class SecuredBase {}

  @Path("/superclass")
  public static class OnSuperclass extends SecuredBase {
    @GET
    public String get() {
      return "in";
    }
  }

  @Secured
  public interface SecuredContract {}

  public interface WiderContract extends SecuredContract {}

  @Path("/interface")
  public static class OnInterface implements WiderContract {
    @GET
    public String get() {
      return "in";
    }
  }

  public interface Contract {
    @Secured
    String get();
  }

  @Path("/interface-method")
  public static class OnInterfaceMethod implements Contract {
    @Override
    @GET
    public String get() {
      return "in";
    }
  }

  public interface GenericContract<T> {
    @Secured
    String post(T body);
  }

  @Path("/generic-interface-method")
  public static class OnGenericInterfaceMethod implements GenericContract<String> {
    @Override
    @POST
    public String post(String body) {
      return "in";
    }
  }

  public abstract static class GenericBase<T> {
    @Secured
    public abstract String post(T body);
  }

  @Path("/generic-superclass-method")
  public static class OnGenericSuperclassMethod extends GenericBase<String> {
    @Override
    @POST
    public String post(String body) {
      return "in";
    }
  }

  public abstract static class InheritedMethods<T> {
    @GET
    @Secured
    public String get() {
      return "in";
    }

    @POST
    public String post(T body) {
      return "in";
    }
  }

  @Path("/inherited-method")
  public static class Inheriting extends InheritedMethods<String> {}

  @Path("/inherited-by-secured")
  @Secured
  public static class SecuredInheriting extends InheritedMethods<String> {}

  public interface Described<T> {
    @POST
    String post(T body);
  }

  @Path("/described")
  public static class OnDescribed implements Described<String> {
    @Override
    @Secured
    public String post(String body) {
      return "in";
    }
  }

  @ApplicationScoped
  @Path("/bean")
  @Secured
  public static class Bean {
    @GET
    public String get() {
      return "in";
    }
  }
}
