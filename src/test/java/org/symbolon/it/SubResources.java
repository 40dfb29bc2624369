package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
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

  public static class MethodChild {
    @GET
    @Secured
    public String get() {
      return "in";
    }

    @GET
    @Path("open")
    public String open() {
      return "in";
    }
  }

  public static class MethodHeir extends MethodChild {}

  public static class MethodOverrider extends MethodChild {
    @Override
    public String get() {
      return "in";
    }
  }

  public interface ChildContract {
    @GET
    @Secured
    String get();
  }

  @ApplicationScoped
  public static class BeanChild {
    @GET
    @Secured
    public String get() {
      return "in";
    }

    @GET
    @Path("open")
    public String open() {
      return "in";
    }

    @Path("deep")
    @Secured
    public PlainChild deep() {
      return new PlainChild();
    }
  }

  @ApplicationScoped
  public static class BeanHeir extends MethodChild {}

  @ApplicationScoped
  @Secured
  public static class SecuredBeanHeir extends PlainChild {}

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

    @Path("method-child")
    public MethodChild methodChild() {
      return new MethodChild();
    }

    @Path("method-child-behind-object")
    public Object untypedMethodChild() {
      return new MethodChild();
    }

    @Path("method-child-by-class")
    public Class<?> methodChildByClass() {
      return MethodChild.class;
    }

    @Path("method-heir")
    public MethodChild methodHeir() {
      return new MethodHeir();
    }

    @Path("method-overrider")
    public MethodChild methodOverrider() {
      return new MethodOverrider();
    }

    @Path("contract")
    public ChildContract contract() {
      return new ChildContract() {
        @Override
        public String get() {
          return "in";
        }
      };
    }

    @Path("bean")
    public BeanChild bean() {
      return CDI.current().select(BeanChild.class).get();
    }

    @Path("bean-behind-object")
    public Object untypedBean() {
      return CDI.current().select(BeanChild.class).get();
    }

    @Path("bean-heir")
    public MethodChild beanHeir() {
      return CDI.current().select(BeanHeir.class).get();
    }

    @Path("secured-bean-heir")
    public PlainChild securedBeanHeir() {
      return CDI.current().select(SecuredBeanHeir.class).get();
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
