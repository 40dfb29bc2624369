package org.symbolon.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.Secured;

/** Finds {@link Secured} where it does nothing, and would look like a protection. */
public final class MisplacedSecured {
  private MisplacedSecured() {}

  /**
   * A line for each class.
   *
   * @param types those that bear the annotation, and all resources, which may inherit it
   */
  public static List<String> among(Collection<Class<?>> types) {
    return types.stream()
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .flatMap(type -> readable(type, types))
        .distinct()
        .sorted()
        .map(
            place ->
                "@Secured on "
                    + place
                    + " protects nothing, since that is no JAX-RS resource: name paths of servlets,"
                    + " pages and sockets in symbolon.secured-paths, put @RolesAllowed on beans"
                    + " (symbolon.security.mechanism=true), or remove it")
        .toList();
  }

  /** Who cannot be read is no reason to stop: often nobody uses it. */
  private static Stream<String> readable(Class<?> type, Collection<Class<?>> types) {
    try {
      return misplaced(type, types).toList().stream();
    } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
      DeclaredMethods.sayUnread(type, e);
      return Stream.empty();
    }
  }

  private static Stream<String> misplaced(Class<?> type, Collection<Class<?>> types) {
    List<Class<?>> heirs =
        Stream.concat(Stream.of(type), types.stream().filter(type::isAssignableFrom))
            .filter(heir -> isOrMayBe(heir, MisplacedSecured::isResource))
            .toList();
    Stream<String> ofMethods =
        DeclaredMethods.of(type).stream()
            .filter(method -> !method.isBridge() && Declarations.on(method, Secured.class) != null)
            .filter(
                method ->
                    heirs.stream()
                        .noneMatch(heir -> isOrMayBe(heir, it -> isResourceMethod(it, method))))
            .map(method -> type.getName() + "." + method.getName());
    return heirs.isEmpty() && type.getDeclaredAnnotation(Secured.class) != null
        ? Stream.of(type.getName())
        : ofMethods;
  }

  /** An heir that cannot be read may be the resource that the annotation is meant for. */
  private static boolean isOrMayBe(Class<?> heir, Predicate<Class<?>> is) {
    try {
      return is.test(heir);
    } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
      DeclaredMethods.sayUnread(heir, e);
      return true;
    }
  }

  /** A root resource, or what a locator may return. */
  private static boolean isResource(Class<?> type) {
    return Declarations.types(type).stream()
        .anyMatch(
            it ->
                it.isAnnotationPresent(Path.class)
                    || DeclaredMethods.of(it).stream().anyMatch(MisplacedSecured::isMapped));
  }

  private static boolean isResourceMethod(Class<?> type, Method method) {
    return Declarations.of(type, method).stream()
        .anyMatch(place -> place instanceof Method && isMapped(place));
  }

  private static boolean isMapped(AnnotatedElement method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(
            it -> it instanceof Path || it.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
