package org.symbolon.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an annotation of a resource method may stand: on the method and those that it overrides or
 * implements, then on the class, its superclasses and interfaces. Nearest first.
 */
final class Declarations {
  private Declarations() {}

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

  /** By name and number, since a generic declaration has other parameter types. */
  private static boolean isSameOrOverridden(Method other, Method method) {
    if (!other.getName().equals(method.getName())
        || other.getParameterCount() != method.getParameterCount()) {
      return false;
    }
    Class<?>[] wide = other.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    for (int i = 0; i < wide.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i]) && !narrow[i].isAssignableFrom(wide[i])) {
        return false;
      }
    }
    return true;
  }
}
