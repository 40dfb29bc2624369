package org.symbolon.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servers of two makers, as they come out of Maven, with these applications. */
final class ServiceServers {
  private static final Path TARGET =
      Path.of(System.getProperty("symbolon.test.directory", "target")).toAbsolutePath();
  private static final int FIRST_PORT = Integer.getInteger("it.http.port", 9180) + 2;

  /** They are stopped before a better compiler would pay. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private ServiceServers() {}

  static ServerProcess openLiberty(List<WebArchive> applications) {
    Path folder = empty(TARGET.resolve("service-liberty"));
    Path server = folder.resolve("servers/service");
    export(applications, server.resolve("dropins"));
    copy("server.xml", server);
    return ServerProcess.start(
        "Open Liberty",
        FIRST_PORT,
        folder,
        List.of(ServerProcess.required("it.liberty") + "/bin/server", "run", "service"),
        Map.of(
            "WLP_USER_DIR",
            folder.toString(),
            // as in the file server.env that each new server is made with
            "keystore_password",
            "not-a-secret",
            "JVM_ARGS",
            QUICK_START + " -Dservice.http.port=" + FIRST_PORT));
  }

  static ServerProcess payara(List<WebArchive> applications) {
    Path folder = empty(TARGET.resolve("service-payara"));
    int port = FIRST_PORT + 1;
    copy("payara-preboot.txt", folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                QUICK_START,
                "-jar",
                ServerProcess.required("it.payara").getPath(),
                "--port",
                Integer.toString(port),
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--unpackdir",
                empty(folder.resolve("unpacked")).toString(),
                "--rootdir",
                empty(folder.resolve("root")).toString(),
                "--prebootcommandfile",
                "payara-preboot.txt"));
    for (Path war : export(applications, folder.resolve("wars"))) {
      command.addAll(List.of("--deploy", war.toString()));
    }
    return ServerProcess.start("Payara", port, folder, command, Map.of());
  }

  private static List<Path> export(List<WebArchive> applications, Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (WebArchive application : applications) {
      Path file = folder.resolve(application.getName());
      application.as(ZipExporter.class).exportTo(file.toFile(), true);
      files.add(file);
    }
    return files;
  }

  private static void copy(String resource, Path folder) {
    try (InputStream in = ServiceServers.class.getResourceAsStream("/services/" + resource)) {
      Files.copy(in, folder.resolve(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path empty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
