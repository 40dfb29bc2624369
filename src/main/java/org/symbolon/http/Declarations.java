package org.symbolon.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
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
        .filter(place -> place.isAnnotationPresent(Secured.class))
        .findFirst()
        .map(place -> place.getAnnotation(Secured.class))
        .orElse(null);
  }

  static List<AnnotatedElement> of(Class<?> resource, Method method) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      types.add(type);
    }
    types.add(method.getDeclaringClass());
    List.copyOf(types).forEach(type -> addInterfaces(type, types));
    List<AnnotatedElement> places = new ArrayList<>();
    types.forEach(
        type ->
            Arrays.stream(type.getDeclaredMethods())
                .filter(other -> isSameOrOverridden(other, method))
                .forEach(places::add));
    places.addAll(types);
    return places;
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
