package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
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
import org.symbolon.testing.LogLines;

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

  @ParameterizedTest
  @ValueSource(
      classes = {
        NeedsParameter.class,
        NeedsResult.class,
        NeedsThrown.class,
        NeedsInSuperclass.class,
        NeedsInInterface.class,
        OptionalSub.class,
        NeedsInAnnotation.class
      })
  void a_missing_optional_dependency_stops_nothing_and_is_said_once(Class<?> type)
      throws Exception {
    Class<?> broken = new LoaderWithoutOptional().loadClass(type.getName());
    try (LogLines log = LogLines.of(DeclaredMethods.class)) {
      assertThat(MisplacedSecured.among(Set.of(broken, Root.class))).isEmpty();
      assertThat(MisplacedSecured.among(Set.of(broken))).isEmpty();
      assertThat(log.warnings())
          .filteredOn(line -> line.contains("cannot be looked at"))
          .doesNotHaveDuplicates()
          .allMatch(line -> line.contains(MisplacedSecuredTest.class.getName()));
    }
  }

  @Test
  void who_cannot_be_looked_at_is_named() throws Exception {
    Class<?> broken = new LoaderWithoutOptional().loadClass(NeedsParameter.class.getName());
    try (LogLines log = LogLines.of(DeclaredMethods.class)) {
      MisplacedSecured.among(Set.of(broken));
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(NeedsParameter.class.getName());
    }
  }

  @Test
  void beside_one_that_cannot_be_looked_at_others_are_still_named() throws Exception {
    ClassLoader without = new LoaderWithoutOptional();
    assertThat(
            MisplacedSecured.among(
                Set.of(without.loadClass(NeedsParameter.class.getName()), BeanMethod.class)))
        .hasSize(1);
    assertThat(
            MisplacedSecured.among(Set.of(without.loadClass(NeedsInPrivateMethod.class.getName()))))
        .as("public methods can be read")
        .hasSize(1);
    Class<?> heir = without.loadClass(BrokenHeir.class.getName());
    assertThat(MisplacedSecured.among(Set.of(heir.getSuperclass(), heir)))
        .as("what the heir is nobody knows")
        .isEmpty();
  }

  @Test
  void a_resource_with_a_private_method_that_cannot_be_read_is_secured_all_the_same()
      throws Exception {
    Class<?> type =
        new LoaderWithoutOptional().loadClass(ResourceWithPrivateMethod.class.getName());
    assertThat(Declarations.secured(type, type.getMethod("get"))).isNotNull();
    assertThat(Declarations.secured(type, type.getMethod("inherited"))).isNotNull();
  }

  /** What an application was compiled with and is deployed without. */
  static class OptionalDependency extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Naming {
    Class<?>[] value();
  }

  @Path("/needs-parameter")
  static class NeedsParameter {
    @Secured
    public void call(OptionalDependency it) {}
  }

  @Path("/needs-result")
  static class NeedsResult {
    @Secured
    public OptionalDependency call() {
      return null;
    }
  }

  @Path("/needs-thrown")
  static class NeedsThrown {
    @Secured
    public void call() throws OptionalDependency {}
  }

  static class NeedsInSuperclass extends NeedsParameter {
    @GET
    @Secured
    public void get() {}
  }

  interface NeedsParameterContract {
    void call(OptionalDependency it);
  }

  abstract static class NeedsInInterfaceBase implements NeedsParameterContract {}

  @Path("/needs-in-interface")
  static class NeedsInInterface extends NeedsInInterfaceBase {
    @GET
    @Secured
    public void get() {}

    @Override
    public void call(OptionalDependency it) {}
  }

  @Secured
  static class OptionalSub {
    @GET
    public void get(OptionalDependency it) {}
  }

  @Path("/needs-in-annotation")
  static class NeedsInAnnotation {
    @GET
    @Naming({String.class, OptionalDependency.class})
    @Secured
    public void get() {}
  }

  @Secured
  static class NeedsInPrivateMethod {
    public void call() {}

    @SuppressWarnings("unused")
    private void helper(OptionalDependency it) {}
  }

  @Secured
  static class BaseOfBroken {}

  static class BrokenHeir extends BaseOfBroken {
    @GET
    public void get(OptionalDependency it) {}
  }

  abstract static class BaseWithPrivateMethod {
    @Secured
    public void inherited() {}

    @SuppressWarnings("unused")
    private void helper(OptionalDependency it) {}
  }

  @Path("/private-method")
  static class ResourceWithPrivateMethod extends BaseWithPrivateMethod {
    @GET
    @Secured
    public void get() {}

    @Override
    @POST
    public void inherited() {}

    @SuppressWarnings("unused")
    private void helper(OptionalDependency it) {}
  }

  /** Loads the classes of this test anew, and that one not at all. */
  private static final class LoaderWithoutOptional extends ClassLoader {
    LoaderWithoutOptional() {
      super(MisplacedSecuredTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(OptionalDependency.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null || !name.startsWith(MisplacedSecuredTest.class.getName() + "$")) {
        return known != null ? known : super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] octets = in.readAllBytes();
        return defineClass(name, octets, 0, octets.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
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
