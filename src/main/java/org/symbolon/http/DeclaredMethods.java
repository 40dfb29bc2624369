package org.symbolon.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What a class declares, where a class that one of its methods names may be missing, as those of an
 * optional dependency are: the JVM then tells of none of its methods, or of the public ones alone.
 */
final class DeclaredMethods {
  private static final System.Logger LOG = System.getLogger(DeclaredMethods.class.getName());

  /** Those of which it was said already; a deployment is looked at by more than one. */
  private static final Set<Class<?>> SAID =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private DeclaredMethods() {}

  /**
   * All, or at least the public ones, which are those that JAX-RS calls.
   *
   * @throws LinkageError if these cannot be read either
   */
  static List<Method> of(Class<?> type) {
    try {
      return List.of(type.getDeclaredMethods());
    } catch (LinkageError | TypeNotPresentException e) {
      sayUnread(type, e);
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getDeclaringClass() == type)
          .toList();
    }
  }

  /** A line for each class: what is not seen there is not enforced, and not complained about. */
  static void sayUnread(Class<?> type, Throwable cause) {
    if (SAID.add(type)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be looked at as a whole ({1}); @Secured or a role on a method of it may"
              + " protect nothing: add what it needs, or leave the class out",
          type.getName(),
          cause.toString());
    }
  }
}
