package org.symbolon.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.Secured;

/**
 * Where an annotation of a resource method may stand: on the method and those that it overrides or
 * implements, then on the class, its superclasses and interfaces. Nearest first.
 */
final class Declarations {
  private Declarations() {}

  /** The nearest {@link Secured}, or {@code null} if there is none. */
  static @Nullable Secured secured(Class<?> resource, Method method) {
    return of(resource, method).stream()
        .map(place -> on(place, Secured.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What stands there itself, or else on an annotation there, as on a stereotype. */
  static <A extends Annotation> @Nullable A on(AnnotatedElement place, Class<A> type) {
    return on(place, type, new HashSet<>());
  }

  private static <A extends Annotation> @Nullable A on(
      AnnotatedElement place, Class<A> type, Set<Class<?>> seen) {
    A own = place.getAnnotation(type);
    if (own != null) {
      return own;
    }
    for (Annotation other : place.getAnnotations()) {
      Class<? extends Annotation> stereotype = other.annotationType();
      A found = seen.add(stereotype) ? on(stereotype, type, seen) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  static List<AnnotatedElement> of(Class<?> resource, Method method) {
    List<Class<?>> types = types(resource, method);
    List<AnnotatedElement> places = new ArrayList<>();
    types.forEach(type -> places.addAll(methods(type, method)));
    places.addAll(types);
    return places;
  }

  /**
   * The same places in the order of Jakarta Annotations §2.1: a class speaks for the methods that
   * it declares, so before what these override, and not for those that it inherits.
   */
  static List<AnnotatedElement> byDeclaringType(Class<?> resource, Method method) {
    List<Class<?>> types = types(resource, method);
    int inherited = 0;
    while (inherited < types.size() && methods(types.get(inherited), method).isEmpty()) {
      inherited++;
    }
    Collections.rotate(types, -inherited);
    List<AnnotatedElement> places = new ArrayList<>();
    for (Class<?> type : types) {
      places.addAll(methods(type, method));
      places.add(type);
    }
    return places;
  }

  private static List<Class<?>> types(Class<?> resource, Method method) {
    Set<Class<?>> types = classes(resource);
    types.add(method.getDeclaringClass());
    List.copyOf(types).forEach(type -> addInterfaces(type, types));
    // a proxy declares anew what its bean inherits; its name alone is no reason to overlook a word
    types.removeIf(Declarations::isProxy);
    return new ArrayList<>(types);
  }

  /** Made at run time for a bean by CDI or for an enterprise bean, as a subclass of its class. */
  private static boolean isProxy(Class<?> type) {
    return ((type.isSynthetic() || type.getName().contains("$$")) && bearsNothing(type))
        || Arrays.stream(type.getInterfaces())
            .anyMatch(it -> it.getName().startsWith("org.jboss.weld."));
  }

  private static boolean bearsNothing(Class<?> type) {
    return type.getDeclaredAnnotations().length == 0
        && DeclaredMethods.of(type).stream()
            .allMatch(method -> method.getDeclaredAnnotations().length == 0);
  }

  /** A class, its superclasses and interfaces. */
  static Set<Class<?>> types(Class<?> resource) {
    Set<Class<?>> types = classes(resource);
    List.copyOf(types).forEach(type -> addInterfaces(type, types));
    return types;
  }

  private static Set<Class<?>> classes(Class<?> resource) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      classes.add(type);
    }
    return classes;
  }

  private static List<Method> methods(Class<?> type, Method method) {
    List<Method> found =
        DeclaredMethods.of(type).stream()
            .filter(other -> isSameOrOverridden(other, method))
            .toList();
    // which is there, though its class may not tell of it
    return found.isEmpty() && type == method.getDeclaringClass() ? List.of(method) : found;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> implemented : type.getInterfaces()) {
      types.add(implemented);
      addInterfaces(implemented, types);
    }
  }

  /** A generic declaration has other parameter types; an overload is another method. */
  private static boolean isSameOrOverridden(Method other, Method method) {
    if (!other.getName().equals(method.getName())
        || other.getParameterCount() != method.getParameterCount()) {
      return false;
    }
    for (int i = 0; i < other.getParameterCount(); i++) {
      if (!canStandFor(other, method, i) && !canStandFor(method, other, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean canStandFor(Method wide, Method narrow, int parameter) {
    Class<?> wideType = wide.getParameterTypes()[parameter];
    Class<?> narrowType = narrow.getParameterTypes()[parameter];
    Type declared = wide.getGenericParameterTypes()[parameter];
    boolean generic =
        wide.isBridge() || declared instanceof TypeVariable || declared instanceof GenericArrayType;
    return generic ? wideType.isAssignableFrom(narrowType) : wideType.equals(narrowType);
  }
}
