package org.symbolon.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.config.PathPattern;
import org.symbolon.config.SecuredPaths;

/**
 * Which paths of an application secured ones are by another address: a page below each mapping of
 * Faces and with each ending, a file below a mapping of a servlet that serves files, a JAX-RS
 * application below another mapping of its own, the welcome file of a directory.
 */
final class Addresses {
  private static final String BELOW = "/*";

  private final ServletContext context;
  private final SecuredPaths paths;
  private final SecuredPaths single;
  private final Set<String> welcome;
  private final Set<String> endings;
  private final List<Prefix> prefixes = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();

  /** A mapping of a servlet to all below {@code path}. */
  private record Prefix(String path, ServletKind kind, List<String> others) {}

  Addresses(ServletContext context, SecuredPaths paths) {
    this.context = context;
    this.paths = paths;
    this.single = paths.singlePaths();
    this.welcome = WelcomeFiles.of(context, single);
    this.endings =
        Stream.concat(
                single.patterns().stream().map(PathPattern::path).map(Addresses::ending),
                Stream.of(""))
            .collect(Collectors.toUnmodifiableSet());
    context.getServletRegistrations().values().forEach(this::add);
  }

  private void add(ServletRegistration servlet) {
    ServletKind kind = ServletKind.of(context, servlet.getName());
    List<String> below =
        servlet.getMappings().stream()
            .filter(it -> it.endsWith(BELOW) && !it.equals(BELOW))
            .map(it -> it.substring(0, it.length() - BELOW.length()))
            .toList();
    below.forEach(it -> prefixes.add(new Prefix(it, kind, below)));
    if (kind == ServletKind.FACES) {
      pages.addAll(servlet.getMappings());
    }
  }

  /**
   * Whether what a request asks for is secured, by this address or by another.
   *
   * @param readings of its path below the context path
   */
  boolean cover(Collection<String> readings) {
    return paths.cover(readings)
        || (single.any() && coverSingle(readings))
        || prefixes.stream().anyMatch(prefix -> coverBelow(readings, prefix));
  }

  private boolean coverSingle(Collection<String> readings) {
    return (isPage(readings) && coverPage(readings)) || coverWelcome(readings);
  }

  private boolean coverWelcome(Collection<String> readings) {
    return welcome.stream().anyMatch(file -> coverWelcome(readings, file));
  }

  private boolean coverWelcome(Collection<String> readings, String file) {
    Collection<String> files =
        each(readings, path -> path + (path.endsWith("/") ? "" : "/") + file);
    return single.cover(files) || coverPage(files);
  }

  private boolean isPage(Collection<String> readings) {
    return readings.stream().anyMatch(path -> pages.stream().anyMatch(it -> maps(it, path)));
  }

  private static boolean maps(String mapping, String path) {
    return mapping.startsWith("*.")
        ? path.endsWith(mapping.substring(1))
        : mapping.equals(path) || mapping.equals("/") || mapping.equals(BELOW);
  }

  /** Faces looks for a page by its name, whatever the ending that was asked for. */
  private boolean coverPage(Collection<String> readings) {
    return !pages.isEmpty()
        && endings.stream()
            .anyMatch(
                ending ->
                    single.cover(each(readings, path -> path + ending))
                        || single.cover(each(readings, path -> stem(path) + ending)));
  }

  private boolean coverBelow(Collection<String> readings, Prefix prefix) {
    List<String> below = below(readings, prefix.path(), false);
    if (below.isEmpty()) {
      return false;
    }
    return switch (prefix.kind()) {
      // which leaves its prefix out as often as it is there
      case FACES ->
          Stream.of(below, below(readings, prefix.path(), true))
              .anyMatch(it -> paths.cover(it) || coverPage(it) || coverWelcome(it));
      case FILES -> paths.cover(below);
      case JAX_RS ->
          prefix.others().stream().anyMatch(it -> paths.cover(each(below, it::concat)))
              || coverFile(below);
      case OTHER -> coverFile(below);
    };
  }

  private static List<String> below(Collection<String> readings, String prefix, boolean repeated) {
    String start = prefix + "/";
    List<String> below = new ArrayList<>();
    for (String path : readings) {
      int from = 0;
      while (path.startsWith(start, from) && (repeated || from == 0)) {
        from += prefix.length();
      }
      if (from > 0) {
        below.add(path.substring(from));
      }
    }
    return below;
  }

  private boolean coverFile(Collection<String> below) {
    return paths.cover(below) && below.stream().anyMatch(this::isFile);
  }

  /** Or a directory: servers differ in what they tell of those. */
  private boolean isFile(String path) {
    try {
      return !path.endsWith("/") && context.getResource(path) != null;
    } catch (MalformedURLException | IllegalArgumentException e) {
      return true;
    }
  }

  private static List<String> each(Collection<String> paths, UnaryOperator<String> change) {
    return paths.stream().map(change).toList();
  }

  private static String stem(String path) {
    return path.substring(0, path.length() - ending(path).length());
  }

  private static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }
}
