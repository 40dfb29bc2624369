package org.symbolon.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs that are made once in a run of the build, by the first server that needs them. */
final class SameWar {
  /** Emptied by the build before the first server starts. */
  static final Path FOLDER =
      Path.of(System.getProperty("symbolon.test.directory", "target"), "every-server");

  private SameWar() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Of the whole file. */
  static String digest(String name) throws IOException {
    try (InputStream in = Files.newInputStream(file(name))) {
      return ServerResource.sha256(in);
    }
  }

  /** The WAR of that name which is there, else this one, which is there from now on. */
  static WebArchive of(WebArchive war) {
    Path file = file(war.getName());
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(FOLDER);
        war.as(ZipExporter.class).exportTo(file.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ShrinkWrap.create(ZipImporter.class, war.getName())
        .importFrom(file.toFile())
        .as(WebArchive.class);
  }
}
