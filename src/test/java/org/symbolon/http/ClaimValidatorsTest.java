package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.ClaimValidator;
import org.symbolon.Secured;
import org.symbolon.Session;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;

/** Exempt is what is of that type, however the bean was made. */
class ClaimValidatorsTest {
  private static final String ALL = "bean dependent field plain proxied request second typed ";
  private static SeContainer container;

  @BeforeAll
  static void start() {
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new Config())
            .addBeanClasses(ClaimValidators.class, Validators.class)
            .addBeanClasses(Bean.class, DependentBean.class, TypedBean.class)
            .initialize();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @ParameterizedTest
  @CsvSource({
    "none, ''",
    "all, bean dependent field plain proxied request second typed",
    "bean, bean second",
    "dependent, dependent",
    "typed, typed",
    "plain, plain",
    "field, field",
    "proxied, proxied",
    "shared, plain field",
    // its scope is not active when the resource is looked at, and its producer says nothing of it
    "request, ''",
    "two, dependent plain",
  })
  void exempt_is_what_is_of_that_type(String method, String exempt) throws Exception {
    ClaimCheck check =
        container
            .select(ClaimValidators.class)
            .get()
            .before(Resource.class, Resource.class.getMethod(method));
    TreeSet<String> asked = new TreeSet<>();
    check.validators().forEach(it -> asked.add(name(it)));
    TreeSet<String> expected = new TreeSet<>(java.util.List.of(ALL.split(" ")));
    expected.removeAll(java.util.List.of(exempt.split(" ")));
    assertThat(asked).isEqualTo(expected);
  }

  /** Outside of requests, one that is of a request cannot be asked. */
  private static String name(ClaimValidator validator) {
    try {
      return validator.id();
    } catch (jakarta.enterprise.context.ContextNotActiveException e) {
      return "request";
    }
  }

  public static class Resource {
    @Secured
    public void none() {}

    @Secured(exempt = ClaimValidator.class)
    public void all() {}

    @Secured(exempt = Bean.class)
    public void bean() {}

    @Secured(exempt = DependentBean.class)
    public void dependent() {}

    @Secured(exempt = TypedBean.class)
    public void typed() {}

    @Secured(exempt = Plain.class)
    public void plain() {}

    @Secured(exempt = Field.class)
    public void field() {}

    @Secured(exempt = Proxied.class)
    public void proxied() {}

    @Secured(exempt = Shared.class)
    public void shared() {}

    @Secured(exempt = OfRequest.class)
    public void request() {}

    @Secured(exempt = {DependentBean.class, Plain.class})
    public void two() {}
  }

  static class Config implements Extension {
    void config(@Observes AfterBeanDiscovery event) {
      event
          .addBean()
          .types(SessionConfig.class)
          .scope(Dependent.class)
          .createWith(context -> SessionConfigReader.readSilently(name -> Optional.empty()));
    }
  }

  public interface Shared extends ClaimValidator {}

  /** Says its name, and objects to nothing. */
  public static class Named implements ClaimValidator {
    private final String id;

    public Named() {
      this("");
    }

    Named(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Optional<JsonValue> objection(Session session) {
      return Optional.empty();
    }
  }

  @ApplicationScoped
  public static class Bean extends Named {
    public Bean() {
      super("bean");
    }

    /** Declared by a validator, and of another type. */
    @Produces
    @Dependent
    static Bean second() {
      return new Bean() {
        @Override
        public String id() {
          return "second";
        }
      };
    }
  }

  @Dependent
  public static class DependentBean extends Named {
    public DependentBean() {
      super("dependent");
    }
  }

  @ApplicationScoped
  @Typed(ClaimValidator.class)
  public static class TypedBean extends Named {
    public TypedBean() {
      super("typed");
    }
  }

  public static class Plain extends Named implements Shared {
    Plain() {
      super("plain");
    }
  }

  public static class Field extends Named implements Shared {
    Field() {
      super("field");
    }
  }

  public static class Proxied extends Named {
    Proxied() {
      super("proxied");
    }
  }

  public static class OfRequest extends Named {
    OfRequest() {
      super("request");
    }
  }

  /** Makes several, and is one itself. */
  @ApplicationScoped
  public static class Validators {
    @Produces @Dependent ClaimValidator field = new Field();

    @Produces
    @Dependent
    Plain plain() {
      return new Plain();
    }

    @Produces
    @ApplicationScoped
    ClaimValidator proxied() {
      return new Proxied();
    }

    @Produces
    @RequestScoped
    ClaimValidator request() {
      return new OfRequest();
    }
  }
}
