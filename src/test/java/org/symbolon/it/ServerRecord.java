package org.symbolon.it;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a server said of itself, for the comparison of all.
 *
 * @param profile of the build
 * @param product with its version
 * @param java its version
 * @param war the SHA-256 of the file that was deployed
 */
record ServerRecord(String profile, String product, String java, String war) {

  void write() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("product", product);
    properties.setProperty("java", java);
    properties.setProperty("war", war);
    try (Writer out = Files.newBufferedWriter(SameWar.file(profile + ".properties"))) {
      properties.store(out, null);
    }
  }

  /** Of this run of the build. */
  static List<ServerRecord> all() throws IOException {
    List<ServerRecord> records = new ArrayList<>();
    for (Server server : Server.values()) {
      Path file = SameWar.file(server.profile() + ".properties");
      if (Files.exists(file)) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          properties.load(in);
        }
        records.add(
            new ServerRecord(
                server.profile(),
                properties.getProperty("product"),
                properties.getProperty("java"),
                properties.getProperty("war")));
      }
    }
    return records;
  }
}
