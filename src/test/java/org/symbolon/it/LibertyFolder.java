package org.symbolon.it;

import java.nio.file.Path;

/** Where the Open Liberty lies that Arquillian runs for this JVM. */
final class LibertyFolder {
  private LibertyFolder() {}

  static Path server() {
    return Path.of(
        System.getProperty("it.liberty", ""),
        "usr/servers/symbolon-it" + System.getProperty("symbolon.test.suffix", ""));
  }
}
