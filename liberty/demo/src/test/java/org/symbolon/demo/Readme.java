package org.symbolon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the README's tutorial, as they stand there. */
final class Readme {
  private static final Pattern FILE =
      Pattern.compile("\\*\\*`([^`]+)`\\*\\*[^`]*?```\\w+\\n(.*?)```", Pattern.DOTALL);

  private Readme() {}

  static Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    String root = System.getProperty("it.root");
    Matcher matcher = FILE.matcher(Files.readString(Path.of(root, "README.md")));
    while (matcher.find()) {
      files.put(matcher.group(1), matcher.group(2));
    }
    return files;
  }
}
