package org.symbolon.security;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.http.RoleRule;

/** Puts the beans of this package into an application. */
public final class RoleBinding {
  /** By name, since a server need not have enterprise beans; it enforces their roles itself. */
  private static final Set<String> ENTERPRISE_BEANS =
      Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");

  private RoleBinding() {}

  /** Adds mechanism and interceptor, as if they had been discovered. */
  public static void add(BeforeBeanDiscovery event, BeanManager beans) {
    for (Class<?> type : List.of(SessionAuthenticationMechanism.class, RoleInterceptor.class)) {
      event.addAnnotatedType(beans.createAnnotatedType(type), type.getName());
    }
  }

  /** Has the roles on methods of a bean enforced, unless somebody else does it. */
  public static <T> void bind(ProcessAnnotatedType<T> event) {
    Class<T> type = event.getAnnotatedType().getJavaClass();
    if (!isResource(type) && !isEnterpriseBean(type)) {
      event
          .configureAnnotatedType()
          .filterMethods(method -> asksForRoles(type, method))
          .forEach(method -> method.add(RolesChecked.Literal.INSTANCE));
    }
  }

  private static boolean asksForRoles(Class<?> type, AnnotatedMethod<?> method) {
    return !RoleRule.of(type, method.getJavaMember()).everyone();
  }

  private static boolean isEnterpriseBean(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(it -> ENTERPRISE_BEANS.contains(it.getName()));
  }

  /** {@code @Secured} enforces roles there. */
  private static boolean isResource(Class<?> type) {
    return Stream.<Class<?>>iterate(type, it -> it != null, Class::getSuperclass)
        .flatMap(it -> Stream.concat(Stream.of(it), Arrays.stream(it.getInterfaces())))
        .anyMatch(it -> it.isAnnotationPresent(Path.class));
  }
}
