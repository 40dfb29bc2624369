package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.symbolon.config.SessionConfig;

/**
 * Protects what the sub-resource locators of secured classes, and secured locators, return: JAX-RS
 * tells a dynamic feature of resource methods only, so these would stand open. Nor does it tell
 * which locator was called: any whose return type fits counts, so in doubt the resource is
 * protected.
 */
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class LocatorFilter implements ContainerRequestFilter {
  @Inject SessionConfig config;
  @Inject Entrance entrance;
  @Inject RequestSession current;
  @Inject ClaimValidators claims;
  @Inject SessionExceptionMapper failures;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public LocatorFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    List<Object> nearestFirst = request.getUriInfo().getMatchedResources();
    for (int i = 1; i < nearestFirst.size(); i++) {
      Class<?> type = nearestFirst.get(i).getClass();
      Object located = nearestFirst.get(i - 1);
      for (Method method : type.getMethods()) {
        if (mayHaveReturned(method, located)
            && isLocator(type, method)
            && !admits(request, type, method)) {
          return;
        }
      }
    }
  }

  private boolean admits(ContainerRequestContext request, Class<?> type, Method method) {
    AccessRule rule = AccessRule.of(type, method, config.protection().rolesWithoutSecured());
    return rule == null
        || new SecuredFilter(rule, claims.before(type, method), entrance, current, failures)
            .admits(request);
  }

  private static boolean mayHaveReturned(Method method, Object located) {
    Class<?> type = method.getReturnType();
    return type.isInstance(located)
        || type == Class.class
        // what Jersey lets a locator describe
        || type.getName().equals("org.glassfish.jersey.server.model.Resource");
  }

  private static boolean isLocator(Class<?> type, Method method) {
    List<AnnotatedElement> places =
        Declarations.of(type, method).stream().filter(Method.class::isInstance).toList();
    return places.stream().anyMatch(place -> place.isAnnotationPresent(Path.class))
        && places.stream()
            .flatMap(place -> Arrays.stream(place.getAnnotations()))
            .noneMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
