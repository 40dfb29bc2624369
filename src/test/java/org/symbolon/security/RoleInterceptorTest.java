package org.symbolon.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.ws.rs.ForbiddenException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.Session;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionHandle;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.http.RequestSession;

/** Wherever a bean's class has its methods from, their roles are asked for. */
class RoleInterceptorTest {
  private static final String NOBODY = "";
  private static String groups = NOBODY;
  private static SeContainer container;

  @BeforeAll
  static void start() {
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new Binding())
            .addBeanClasses(RoleInterceptor.class)
            .addBeanClasses(Guarded.class, Inheriting.class, Overriding.class, Closed.class)
            .addBeanClasses(Strings.class, Defaults.class, Contracted.class, Reopened.class)
            .addBeanClasses(Marked.class, Final.class, Promised.class, Far.class)
            .initialize();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  static Stream<Arguments> guarded() {
    return Stream.of(
        arguments("own method", Guarded.class, Guarded::own),
        arguments("package-private method", Guarded.class, Guarded::nearby),
        arguments("asynchronous method", Guarded.class, Guarded::later),
        arguments("inherited, annotated there", Inheriting.class, Inheriting::own),
        arguments("inherited, class annotated there", Inheriting.class, Inheriting::plain),
        arguments("inherited, seen as the superclass", Inheriting.class, it -> ((Base) it).own()),
        arguments("overridden, class annotated", Overriding.class, Overriding::own),
        arguments("inherited by an annotated class", Overriding.class, Overriding::free),
        arguments("inherited, only its class annotated", Overriding.class, Overriding::plain),
        arguments("inherited, only its interface annotated", Promised.class, Promised::plain),
        arguments("inherited from afar, an abstract class annotated", Far.class, Far::plain),
        arguments("generic method", Strings.class, it -> it.take("x")),
        arguments("generic method by its bridge", Strings.class, RoleInterceptorTest::bridged),
        arguments("default method of an interface", Defaults.class, Defaults::own),
        arguments("default method of an annotated interface", Defaults.class, Defaults::plain),
        arguments("method of an interface", Contracted.class, Contracted::own),
        arguments("dependent bean", Reopened.class, Reopened::own),
        arguments("stereotype", Marked.class, Marked::own),
        arguments("beside a final method", Final.class, Final::own));
  }

  static Stream<Arguments> open() {
    return Stream.of(
        arguments("permitted in the class", Reopened.class, Reopened::again),
        arguments("without a role", Guarded.class, Guarded::free));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guarded")
  <T> void a_role_is_asked_for(String kind, Class<T> type, Consumer<T> call) {
    T bean = container.select(type).get();
    groups = NOBODY;
    assertThatThrownBy(() -> call.accept(bean)).isInstanceOf(UnauthorisedException.class);
    groups = "user";
    assertForbidden(() -> call.accept(bean));
    groups = "admin";
    call.accept(bean);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("open")
  <T> void no_role_is_asked_for(String kind, Class<T> type, Consumer<T> call) {
    groups = NOBODY;
    call.accept(container.select(type).get());
  }

  static Stream<Arguments> closed() {
    return Stream.of(
        arguments("denied", Closed.class, Closed::own),
        arguments("denied, inherited", Closed.class, Closed::plain));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("closed")
  <T> void what_is_denied_to_all_asks_nobody_who_he_is(
      String kind, Class<T> type, Consumer<T> call) {
    T bean = container.select(type).get();
    for (String who : Set.of(NOBODY, "user", "admin")) {
      groups = who;
      assertForbidden(() -> call.accept(bean));
    }
    assertThat(container.select(Closed.class).get().admins()).isEqualTo("in");
  }

  /** No JAX-RS is here to make the answer in it, so its constructor is as far as it gets. */
  private static void assertForbidden(ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasStackTraceContaining(ForbiddenException.class.getName() + ".<init>");
  }

  private static <T> Arguments arguments(String kind, Class<T> type, Consumer<T> call) {
    return Arguments.of(kind, type, call);
  }

  private static void bridged(Generic<String> bean) {
    bean.take("x");
  }

  /** As the extension does it, with the caller that the test names. */
  static class Binding implements Extension {
    <T> void bind(@Observes ProcessAnnotatedType<T> event) {
      RoleBinding.bind(event);
    }

    void caller(@Observes AfterBeanDiscovery event) {
      event
          .addBean()
          .types(RequestSession.class)
          .scope(Dependent.class)
          .createWith(context -> new Caller());
    }
  }

  static class Caller extends RequestSession {
    @Override
    public Session demand() {
      if (groups.equals(NOBODY)) {
        throw new UnauthorisedException(Reason.NO_SESSION, "nobody");
      }
      Instant now = Instant.EPOCH;
      return new Session(
          new SessionHandle("handle"), UserId.of("alice"), null, Set.of(groups), now, now, now);
    }
  }

  @RolesAllowed("admin")
  public static class Base {
    @RolesAllowed("admin")
    public void own() {}

    public void plain() {}
  }

  @ApplicationScoped
  public static class Guarded {
    @RolesAllowed("admin")
    public void own() {}

    @RolesAllowed("admin")
    void nearby() {}

    @RolesAllowed("admin")
    public CompletionStage<String> later() {
      return CompletableFuture.completedFuture("later");
    }

    public void free() {}
  }

  @ApplicationScoped
  public static class Inheriting extends Base {}

  public static class Free {
    public void own() {}

    @RolesAllowed("admin")
    public void free() {}

    public void plain() {}
  }

  @RolesAllowed("admin")
  public interface Promise {}

  @ApplicationScoped
  public static class Promised extends Free implements Promise {}

  @RolesAllowed("admin")
  public abstract static class Between extends Free {}

  @Dependent
  public static class Far extends Between {}

  @ApplicationScoped
  @RolesAllowed("admin")
  public static class Overriding extends Free {
    @Override
    public void own() {}
  }

  @DenyAll
  public static class Denied {
    public void plain() {}
  }

  @ApplicationScoped
  public static class Closed extends Denied {
    @DenyAll
    @RolesAllowed("admin")
    public void own() {}

    @PermitAll
    public String admins() {
      return "in";
    }
  }

  public abstract static class Generic<T> {
    @RolesAllowed("admin")
    public abstract void take(T value);
  }

  @ApplicationScoped
  public static class Strings extends Generic<String> {
    @Override
    public void take(String value) {}
  }

  @RolesAllowed("admin")
  public interface DefaultContract {
    @RolesAllowed("admin")
    default void own() {}

    default void plain() {}
  }

  @ApplicationScoped
  public static class Defaults implements DefaultContract {}

  public interface Contract {
    @RolesAllowed("admin")
    void own();
  }

  @ApplicationScoped
  public static class Contracted implements Contract {
    @Override
    public void own() {}
  }

  @Dependent
  public static class Reopened extends Base {
    @PermitAll
    public void again() {}
  }

  @Stereotype
  @RolesAllowed("admin")
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface ForAdmins {}

  @ForAdmins
  @ApplicationScoped
  public static class Marked {
    public void own() {}
  }

  @Dependent
  public static class Final implements Contract {
    @RolesAllowed("admin")
    @Override
    public void own() {}

    public final void fixed() {}
  }
}
