package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The README's tutorial, word for word: its sources are compiled, its settings and its server.xml
 * used (on another port), its calls made. Of its pom.xml the versions are checked; what it brings
 * into the WAR is what the demo's brings.
 */
class TutorialIT {
  private static final String SERVER_XML = "src/main/liberty/config/server.xml";

  private final Map<String, String> files = new java.util.LinkedHashMap<>();
  private final Path home = Path.of(System.getProperty("it.user.directory"), "servers/tutorial");

  @Test
  void works_as_written() throws Exception {
    files.putAll(Readme.files());
    assertThat(files).hasSize(5).containsKeys("pom.xml", SERVER_XML);
    assertThat(files.get("pom.xml"))
        .contains("<version>" + System.getProperty("it.version.symbolon") + "</version>")
        .contains("<version>" + System.getProperty("it.version.h2") + "</version>")
        .contains("<version>" + System.getProperty("it.version.liberty") + "</version>");
    Files.createDirectories(home.resolve("apps"));
    Files.writeString(home.resolve("server.xml"), serverXml());
    packWar(compile());
    try (DemoServer server =
        DemoServer.start("tutorial", () -> new Browser().get("api/hello").statusCode() == 401)) {
      roundTrip();
      assertThat(server.log()).contains("no database is configured");
    }
  }

  private static void roundTrip() throws Exception {
    Browser browser = new Browser();
    HttpResponse<String> login =
        browser.send(
            "POST",
            "api/login",
            BodyPublishers.ofString("user=alice"),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(login.statusCode()).isEqualTo(204);
    assertThat(Browser.setCookies(login)).hasSize(3);
    assertHello(browser, 0);
    assertThat(browser.refresh().statusCode()).isEqualTo(200);
    assertHello(browser, 1);
    Browser withoutHeader = browser.copy();
    withoutHeader.forgetAntiCsrf();
    assertThat(withoutHeader.post("api/logout").statusCode()).isEqualTo(440);
    assertThat(browser.post("api/logout").statusCode()).isEqualTo(204);
    assertThat(browser.get("api/hello").statusCode()).isEqualTo(401);
  }

  private static void assertHello(Browser browser, int cookies) throws Exception {
    HttpResponse<String> hello = browser.get("api/hello");
    assertThat(hello.statusCode()).isEqualTo(200);
    assertThat(hello.body()).isEqualTo("Hello, alice");
    assertThat(Browser.setCookies(hello)).hasSize(cookies);
  }

  private String serverXml() {
    String port = System.getProperty("it.http.port");
    return files.get(SERVER_XML).replace("httpPort=\"9080\"", "httpPort=\"" + port + "\"");
  }

  private Path compile() throws Exception {
    Path sources = home.resolve("sources");
    Path classes = Files.createDirectories(home.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-d",
                classes.toString(),
                "-parameters",
                "-proc:none",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"))));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = sources.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
      if (file.getKey().endsWith(".java")) {
        arguments.add(target.toString());
      }
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
    return classes;
  }

  /** The demo's WAR with the tutorial's classes and settings instead of its own. */
  private void packWar(Path classes) throws Exception {
    Path war = home.resolve("apps/hello.war");
    Files.copy(
        home.resolveSibling("demo").resolve("apps/demo.war"),
        war,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem archive = FileSystems.newFileSystem(war)) {
      Path inside = archive.getPath("/WEB-INF/classes");
      deleteTree(inside);
      deleteTree(archive.getPath("/WEB-INF/beans.xml"));
      try (Stream<Path> compiled = Files.walk(classes)) {
        for (Path file : compiled.filter(Files::isRegularFile).toList()) {
          Path target =
              inside.resolve(classes.relativize(file).toString().replace(File.separatorChar, '/'));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
      Path settings = inside.resolve("META-INF/microprofile-config.properties");
      Files.createDirectories(settings.getParent());
      Files.writeString(
          settings, files.get("src/main/resources/META-INF/microprofile-config.properties"));
    }
  }

  private static void deleteTree(Path top) throws Exception {
    if (Files.exists(top)) {
      try (Stream<Path> paths = Files.walk(top)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
