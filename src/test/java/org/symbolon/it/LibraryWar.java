package org.symbolon.it;

import jakarta.ws.rs.core.Application;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A web application as a user of the library would build it: the library's own JAR and all it needs
 * in {@code WEB-INF/lib}, some classes, and MicroProfile Config properties. It has a JAX-RS
 * application at {@code /api} unless it is given one.
 */
public final class LibraryWar {

  private final String name;
  private final List<Class<?>> classes = new ArrayList<>();
  private final Map<String, String> config = new TreeMap<>();
  private final Map<String, Asset> files = new TreeMap<>();
  private final List<File> more = new ArrayList<>();
  private String left = "\0";
  private boolean forEveryServer;

  private LibraryWar(String name) {
    this.name = name;
  }

  public static LibraryWar named(String name) {
    return new LibraryWar(name);
  }

  public LibraryWar with(Class<?>... more) {
    classes.addAll(List.of(more));
    return this;
  }

  /** A library that only the test needs, found by one of its classes. */
  public LibraryWar withJarOf(Class<?> type) {
    more.add(new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()));
    return this;
  }

  /** Leaves the library out whose file name begins like this. */
  public LibraryWar without(String library) {
    left = library;
    return this;
  }

  /**
   * Makes it one and the same file on each, with the descriptors that one of them needs and the
   * others do not look at.
   */
  public LibraryWar forEveryServer() {
    forEveryServer = true;
    return this;
  }

  /** A file of the test's resources, at that path in the WAR. */
  public LibraryWar file(String path, String resource) {
    files.put(path, new ClassLoaderAsset(resource));
    return this;
  }

  /** A text file, at that path in the WAR. */
  public LibraryWar text(String path, String content) {
    files.put(path, new StringAsset(content));
    return this;
  }

  public LibraryWar config(String property, String value) {
    config.put(property, value);
    return this;
  }

  public WebArchive build() {
    if (classes.stream().noneMatch(Application.class::isAssignableFrom)) {
      classes.add(ApiApplication.class);
    }
    WebArchive war = archive();
    files.forEach((path, content) -> war.add(content, path));
    if (!forEveryServer) {
      return war;
    }
    return SameWar.of(war.addAsWebInfResource(required("it.payara-web"), "payara-web.xml"));
  }

  private WebArchive archive() {
    return ShrinkWrap.create(WebArchive.class, name)
        .addAsLibraries(libraries())
        .addAsLibraries(more.toArray(File[]::new))
        .addClasses(classes.toArray(Class<?>[]::new))
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(new StringAsset(properties()), "META-INF/microprofile-config.properties");
  }

  private String properties() {
    return config.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
        .collect(Collectors.joining());
  }

  private File[] libraries() {
    try {
      String dependencies = Files.readString(required("it.libs").toPath()).strip();
      return Stream.concat(
              Stream.of(required("it.library")),
              Stream.of(dependencies.split(File.pathSeparator, -1)).map(File::new))
          .filter(file -> !file.getName().startsWith(left))
          .toArray(File[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File required(String property) {
    String path = System.getProperty(property, "");
    File file = new File(path);
    if (path.isEmpty() || !file.exists()) {
      throw new IllegalStateException(
          "-D" + property + " names no file: '" + path + "'. Run the tests with Maven: verify.");
    }
    return file;
  }
}
