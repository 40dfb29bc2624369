package org.symbolon.http;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which roles a method asks for (Jakarta Annotations §2.1, §2.9 to §2.11). The method's own
 * annotations come before its class's; if several stand on one of them, the strictest counts.
 *
 * @param everyone whether no role is needed
 * @param roles one of which is needed otherwise; none of them lets nobody in
 */
public record RoleRule(boolean everyone, Set<String> roles) {

  /** What stands on a method, what it overrides, and its class. */
  public static RoleRule of(Class<?> resource, Method method) {
    for (AnnotatedElement place : Declarations.byDeclaringType(resource, method)) {
      RoleRule rule = on(place);
      if (rule != null) {
        return rule;
      }
    }
    return new RoleRule(true, Set.of());
  }

  /** Whether one of these may call. */
  public boolean admits(Set<String> groups) {
    return everyone || roles.stream().anyMatch(groups::contains);
  }

  /** Whether no role helps, so that nobody need be asked who he is. */
  public boolean deniesAll() {
    return !everyone && roles.isEmpty();
  }

  private static @Nullable RoleRule on(AnnotatedElement place) {
    if (Declarations.on(place, DenyAll.class) != null) {
      return new RoleRule(false, Set.of());
    }
    RolesAllowed allowed = Declarations.on(place, RolesAllowed.class);
    if (allowed != null) {
      return new RoleRule(false, Set.copyOf(List.of(allowed.value())));
    }
    return Declarations.on(place, PermitAll.class) != null ? new RoleRule(true, Set.of()) : null;
  }
}
