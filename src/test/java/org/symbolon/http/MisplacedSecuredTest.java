package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.Secured;

/** {@code @Secured} is reported exactly where it does nothing. */
class MisplacedSecuredTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Root.class,
        SubResource.class,
        OnMethod.class,
        Locator.class,
        Contract.class,
        Implementing.class,
        AbstractBase.class,
        Stereotype.class,
        OfStereotype.class,
        OverridingContract.class
      })
  void what_JAX_RS_may_call_is_left_alone(Class<?> type) {
    assertThat(MisplacedSecured.among(Set.of(type))).isEmpty();
  }

  @Test
  void a_base_class_is_right_beside_a_resource_that_inherits_from_it() {
    assertThat(MisplacedSecured.among(Set.of(Base.class, Heir.class))).isEmpty();
    assertThat(MisplacedSecured.among(Set.of(BaseMethod.class, MethodHeir.class))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Bean.class,
        BeanMethod.class,
        Base.class,
        BaseMethod.class,
        Rest.class,
        HelperInResource.class
      })
  void elsewhere_it_is_named(Class<?> type) {
    List<String> lines = MisplacedSecured.among(Set.of(type, Root.class));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("@Secured on " + type.getName())
        .contains("symbolon.secured-paths", "@RolesAllowed");
  }

  @Path("/root")
  @Secured
  static class Root {
    @GET
    public String get() {
      return "in";
    }
  }

  @Secured
  static class SubResource {
    @POST
    public void post() {}
  }

  static class OnMethod {
    @GET
    @Secured
    public void get() {}

    public void helper() {}
  }

  static class Locator {
    @Path("child")
    @Secured
    public Object child() {
      return new Object();
    }
  }

  interface Contract {
    @Secured
    @GET
    void get();

    @Secured
    void later();
  }

  static class Implementing implements Contract {
    @Override
    @Secured
    public void get() {}

    @Override
    public void later() {}
  }

  interface Mapped {
    @POST
    void post(String text);
  }

  static class OverridingContract implements Mapped {
    @Override
    @Secured
    public void post(String text) {}
  }

  @Secured
  abstract static class AbstractBase {
    @Secured
    public void later() {}
  }

  @Secured
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Stereotype {}

  @Stereotype
  @Path("/stereotype")
  static class OfStereotype {}

  @Secured
  static class Base {}

  @Path("/heir")
  static class Heir extends Base {}

  static class BaseMethod {
    @Secured
    public void get() {}
  }

  static class MethodHeir extends BaseMethod {
    @Override
    @GET
    public void get() {}
  }

  @Secured
  static class Bean {
    public void call() {}
  }

  static class BeanMethod {
    @Secured
    public void call() {}
  }

  @ApplicationPath("/api")
  @Secured
  static class Rest extends Application {}

  @Path("/helper")
  static class HelperInResource {
    @GET
    public void get() {}

    @Secured
    public void helper() {}
  }
}
