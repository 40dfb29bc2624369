package org.symbolon.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.config.PathPattern;
import org.symbolon.config.SecuredPaths;
import org.symbolon.testing.LogLines;

class AddressesTest {
  private static final Map<String, ServletRegistration> SERVLETS =
      Stream.of(
              servlet("pages", "jakarta.faces.webapp.FacesServlet", "/faces/*", "*.jsf", "*.xhtml"),
              servlet("default", "io.undertow.servlet.handlers.DefaultServlet", "/", "/static/*"),
              servlet("rest", "org.glassfish.jersey.servlet.ServletContainer", "/api/*", "/v1/*"),
              servlet("own", "com.example.Download", "/download/*", "/open"))
          .collect(Collectors.toMap(ServletRegistration::getName, it -> it));
  private static final Set<String> FILES = Set.of("/app/report.txt", "/free.txt");
  private static final String WEB_XML =
      """
      <?xml version="1.0"?>
      <!DOCTYPE web-app PUBLIC "-//Sun//DTD Web 2.3//EN" "http://127.0.0.1:1/web-app_2_3.dtd">
      <web-app><welcome-file-list>
        <welcome-file>/start.xhtml</welcome-file>
      </welcome-file-list></web-app>
      """;

  @ParameterizedTest
  @CsvSource({
    "/app/x.xhtml, true",
    "/faces/app/x.xhtml, true",
    "/faces/faces/faces/app/x.xhtml, true",
    "/faces/app, true",
    "/faces/app/open/x.xhtml, false",
    "/faces/x/app, false",
    "/facesapp/app/x, false",
    "/static/app/logo.png, true",
    "/static/app/open/logo.png, false",
    "/download/app/report.txt, true",
    "/download/app/missing.txt, false",
    "/download/free.txt, false",
    "/v1/admin/x, true",
    "/api/admin/x, true",
    "/v1/other, false",
    "/v1/app/report.txt, true",
    "/open/app/report.txt, false",
  })
  void all_below_a_path_is_secured_at_each_address(String path, boolean covered) {
    assertThat(addresses("/app/*, /api/admin/*", "/app/open/*").cover(List.of(path)))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "/app/secret.xhtml, true",
    "/app/secret.jsf, true",
    "/app/secret.xhtml.jsf, true",
    "/app/secret.css, false",
    "/app/secrets.jsf, false",
    "/app/other.jsf, false",
    "/faces/app/secret, true",
    "/faces/app/secret.jsp, true",
    "/faces/app/secret.xhtml, true",
    "/faces/faces/app/secret.faces, true",
    "/faces/app/other.xhtml, false",
    "/dir/, true",
    "/dir, true",
    "/dir/start.jsf, true",
    "/other/, false",
    "/, false",
  })
  void a_page_alone_is_secured_at_each_address(String path, boolean covered) {
    assertThat(addresses("/app/secret.xhtml, /dir/start.xhtml", "").cover(List.of(path)))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "/login.xhtml, false",
    "/login.jsf, true",
    "/faces/login.xhtml, true",
    "/css/a.css, false",
    "/download/x, true",
    "/, true",
  })
  void where_everything_is_secured_an_exception_is_one_address(String path, boolean covered) {
    assertThat(addresses("/*", "/login.xhtml, /css/*").cover(List.of(path))).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"100", "20000"})
  void a_prefix_that_is_there_very_often_costs_little(int times) {
    assertThat(addresses("/app/*", "").cover(List.of("/faces".repeat(times) + "/app/x"))).isTrue();
  }

  private static Addresses addresses(String patterns, String exceptions) {
    return new Addresses(context(), new SecuredPaths(parsed(patterns), parsed(exceptions)));
  }

  private static List<PathPattern> parsed(String texts) {
    return Arrays.stream(texts.split(", ", -1))
        .filter(it -> !it.isEmpty())
        .map(PathPattern::parse)
        .map(Optional::orElseThrow)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web-app><welcome-file-list>",
        "",
        "no XML at all",
        "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///none'>]><w><welcome-file>&x;</welcome-file></w>"
      })
  void where_welcome_files_cannot_be_read_a_directory_with_a_secured_file_is_secured(
      String descriptor) {
    SecuredPaths paths =
        new SecuredPaths(
            List.of(
                PathPattern.parse("/app/secret.html").orElseThrow(),
                PathPattern.parse("/other/deep/secret.html").orElseThrow()),
            List.of());
    try (LogLines log = LogLines.of(WelcomeFiles.class)) {
      Addresses addresses = new Addresses(context(descriptor, List.of()), paths);
      for (String path : List.of("/app/secret.html", "/app/", "/app", "/other/deep/", "/other/")) {
        assertThat(addresses.cover(Set.of(path))).as(path).isTrue();
      }
      for (String path : List.of("/free/", "/app/open.html", "/free/x")) {
        assertThat(addresses.cover(Set.of(path))).as(path).isFalse();
      }
      assertThat(log.warnings()).singleElement().asString().contains("'/shop'", "web.xml");
    }
  }

  @Test
  void welcome_files_of_fragments_count(@TempDir Path folder) throws Exception {
    Path fragment =
        Files.writeString(
            folder.resolve("web-fragment.xml"),
            "<web-fragment><welcome-file-list><welcome-file>begin.html</welcome-file>"
                + "</welcome-file-list></web-fragment>");
    SecuredPaths paths =
        new SecuredPaths(List.of(PathPattern.parse("/app/begin.html").orElseThrow()), List.of());
    Addresses addresses = new Addresses(context(WEB_XML, List.of(fragment.toUri().toURL())), paths);
    assertThat(addresses.cover(Set.of("/app/"))).isTrue();
    assertThat(addresses.cover(Set.of("/"))).isFalse();
  }

  private static ServletContext context() {
    return context(WEB_XML, List.of());
  }

  private static ServletContext context(String descriptor, List<URL> fragments) {
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) {
            return Collections.enumeration(fragments);
          }
        };
    return fake(
        ServletContext.class,
        (method, argument) ->
            switch (method) {
              case "getServletRegistrations" -> SERVLETS;
              case "getServletRegistration" -> SERVLETS.get(argument);
              case "getResource" ->
                  FILES.contains(argument) ? URI.create("file:" + argument).toURL() : null;
              case "getResourcePaths" -> null;
              case "getClassLoader" -> loader;
              case "getContextPath" -> "/shop";
              case "getResourceAsStream" ->
                  new ByteArrayInputStream(descriptor.getBytes(StandardCharsets.UTF_8));
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static ServletRegistration servlet(String name, String type, String... mappings) {
    return fake(
        ServletRegistration.class,
        (method, argument) ->
            switch (method) {
              case "getName" -> name;
              case "getClassName" -> type;
              case "getMappings" -> List.of(mappings);
              case "getInitParameter" -> null;
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private interface Answers {
    Object of(String method, Object argument) throws Exception;
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.of(method.getName(), arguments == null ? "" : arguments[0])));
  }
}
