package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.inject.ConfigExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.Test;

/** Shows that a unit test can have CDI and MicroProfile Config. */
@EnableAutoWeld
@AddBeanClasses(CdiTest.Greeter.class)
@AddExtensions(ConfigExtension.class)
class CdiTest {

  @ApplicationScoped
  static class Greeter {
    @Inject
    @ConfigProperty(name = "symbolon.test.greeting", defaultValue = "hello")
    String greeting;

    String greet() {
      return greeting;
    }
  }

  @Inject Greeter greeter;

  @Test
  void injects_configuration() {
    assertThat(greeter.greet()).isEqualTo("hello");
  }
}
