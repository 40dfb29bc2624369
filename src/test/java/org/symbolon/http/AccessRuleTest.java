package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
