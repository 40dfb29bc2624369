package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.AntiCsrf;
import org.symbolon.Secured;
import org.symbolon.config.RolesWithoutSecured;

/** Whether a role alone secures a method. */
class AccessRuleTest {
  @ParameterizedTest
  @ValueSource(strings = {"role", "denied", "ofClass"})
  void a_role_implies_secured(String method) throws Exception {
    AccessRule rule = rule(method, RolesWithoutSecured.SECURE);
    assertThat(rule).isNotNull();
    assertThat(rule.antiCsrf()).isEqualTo(AntiCsrf.AUTOMATIC);
    assertThat(rule.admitsStrangers()).isFalse();
    assertThat(rule.roles().deniesAll()).isEqualTo(method.equals("denied"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "denied", "ofClass", "permitted"})
  void or_it_is_left_to_the_container(String method) throws Exception {
    assertThat(rule(method, RolesWithoutSecured.CONTAINER)).isNull();
  }

  @Test
  void what_is_permitted_to_all_is_not_secured_by_its_class() throws Exception {
    assertThat(rule("permitted", RolesWithoutSecured.SECURE)).isNull();
  }

  @Test
  void beside_secured_a_role_counts_in_either_case() throws Exception {
    for (RolesWithoutSecured setting : RolesWithoutSecured.values()) {
      assertThat(rule("secured", setting).roles().roles()).containsExactly("admin");
      assertThat(rule("secured", setting).antiCsrf()).isEqualTo(AntiCsrf.NEVER);
    }
  }

  @Test
  void of_a_proxy_the_rule_is_that_of_its_bean_s_class() throws Exception {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Heir.class)
            .initialize()) {
      Class<?> proxy = container.select(Heir.class).get().getClass();
      assertThat(proxy).isNotEqualTo(Heir.class);
      for (Class<?> type : new Class<?>[] {Heir.class, proxy}) {
        AccessRule rule = of(type, "inherited");
        assertThat(rule).as(type.getName()).isNotNull();
        assertThat(rule.roles().roles()).containsExactly("admin");
        assertThat(of(type, "own")).as("of " + type).isNull();
        assertThat(of(type, "overridden")).as("of " + type).isNull();
        assertThat(of(type, "secured").antiCsrf()).isEqualTo(AntiCsrf.NEVER);
      }
    }
  }

  /** Its name is one that proxies have, but it bears a word of its own. */
  @RolesAllowed("admin")
  @Secured
  public static class $$Admin {
    public void on_the_class() {}
  }

  public static class $$Plain {
    @Secured
    public void secured() {}

    @RolesAllowed("admin")
    public void role() {}
  }

  @Test
  void a_class_that_is_named_like_a_proxy_keeps_its_rule() throws Exception {
    assertThat(of($$Admin.class, "on_the_class").roles().roles()).containsExactly("admin");
    assertThat(of($$Plain.class, "secured")).isNotNull();
    assertThat(of($$Plain.class, "role").roles().roles()).containsExactly("admin");
  }

  private static @Nullable AccessRule of(Class<?> type, String method) throws Exception {
    return AccessRule.of(type, type.getMethod(method), RolesWithoutSecured.SECURE);
  }

  @RolesAllowed("admin")
  public static class Base {
    public void inherited() {}

    public void overridden() {}
  }

  /** Speaks for the methods that it declares. */
  @ApplicationScoped
  @PermitAll
  public static class Heir extends Base {
    public void own() {}

    @Override
    public void overridden() {}

    @Secured(antiCsrf = AntiCsrf.NEVER)
    public void secured() {}
  }

  private static @Nullable AccessRule rule(String method, RolesWithoutSecured setting)
      throws NoSuchMethodException {
    return AccessRule.of(Resource.class, Resource.class.getMethod(method), setting);
  }

  @RolesAllowed("manager")
  public static class Resource {
    @RolesAllowed("admin")
    public void role() {}

    @DenyAll
    public void denied() {}

    public void ofClass() {}

    @PermitAll
    public void permitted() {}

    @Secured(antiCsrf = AntiCsrf.NEVER)
    @RolesAllowed("admin")
    public void secured() {}
  }
}
