package org.symbolon.http;

import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrf;
import org.symbolon.Secured;
import org.symbolon.config.RolesWithoutSecured;

/**
 * What {@link Secured} and the roles beside it ask of those who call a method.
 *
 * @param antiCsrf when the anti-CSRF token is asked for
 * @param optional whether a session may be missing
 * @param roles which roles are needed
 */
record AccessRule(AntiCsrf antiCsrf, boolean optional, RoleRule roles) {

  /** A session, and the anti-CSRF token where something changes. */
  static final AccessRule ANY_SESSION =
      new AccessRule(AntiCsrf.AUTOMATIC, false, new RoleRule(true, Set.of()));

  /** The method's rule, or {@code null} if it is not secured; a role alone may secure it. */
  static @Nullable AccessRule of(Class<?> resource, Method method, RolesWithoutSecured rolesAlone) {
    Secured secured = Declarations.secured(resource, method);
    RoleRule roles = RoleRule.of(resource, method);
    if (secured != null) {
      return new AccessRule(secured.antiCsrf(), secured.optional(), roles);
    }
    return roles.everyone() || rolesAlone == RolesWithoutSecured.CONTAINER
        ? null
        : new AccessRule(AntiCsrf.AUTOMATIC, false, roles);
  }

  /** Whether a request without a session may go on. Nobody without a session has a role. */
  boolean admitsStrangers() {
    return optional && roles.everyone();
  }
}
