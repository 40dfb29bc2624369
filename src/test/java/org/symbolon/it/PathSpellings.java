package org.symbolon.it;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Spells paths as no honest client would. The same seed makes the same spellings. */
final class PathSpellings {
  private static final List<String> UPS =
      List.of(
          "..",
          "..",
          "..",
          "%2e%2e",
          ".%2e",
          "%2E.",
          "%252e%252e",
          "..;",
          "..;x=y",
          "..%3b",
          "..%00",
          "%c0%ae%c0%ae",
          "%e0%80%ae%e0%80%ae",
          "..%20",
          "...",
          "...x",
          "..%09",
          "%25252e%25252e",
          "%u002e%u002e",
          "..;/;",
          "..%23",
          "..%3f",
          ".;/.",
          "..\u00a0",
          "\u00c0\u00ae.");
  private static final List<String> SLASHES =
      List.of(
          "/",
          "/",
          "//",
          "///",
          "/./",
          "/%2e/",
          "%2f",
          "%2F",
          "%252f",
          "\\",
          "%5c",
          "%255c",
          ";/",
          ";x=y/",
          "/;/",
          "/;a=b/",
          "/.;/",
          "%c0%af",
          "/%20/",
          "%00/",
          "/%00",
          "%3b/",
          ";%2f",
          "/;%2f",
          "%3bx%2f",
          "%25252f",
          "%ef%bc%8f",
          ";x%2fy/",
          ";x=../",
          "/../",
          "/x/../",
          "/x/%2e%2e/",
          "/%2e%2e/",
          "/..;/",
          "/x/..;a=b/");
  private static final List<String> ENDS =
      List.of(
          "/",
          "//",
          "/.",
          "/..",
          ";",
          ";jsessionid=1",
          "%00",
          "%20",
          ".",
          "?",
          "?x=/../",
          "%3f",
          "%3fx",
          "#",
          "%23x",
          "\\",
          "%5c",
          "/*",
          "~",
          "%0a",
          "%0d%0a",
          "%2e",
          "%2f",
          "::$DATA",
          ".xhtml",
          "/;jsessionid=1",
          "/x/..",
          "%2fx%2f..",
          "/..;/",
          "/%2e%2e/x",
          "%252f",
          "&x",
          ",",
          "\u00ff",
          "%ff",
          "%ff/",
          "%",
          "%2",
          "%zz",
          "%00.txt",
          ";.txt",
          "%3b.css",
          "/x.css",
          "//..//");

  private final Random random;
  private final List<String> secured;
  private final List<String> open;

  PathSpellings(long seed, List<String> secured, List<String> open) {
    this.random = new Random(seed);
    this.secured = secured;
    this.open = open;
  }

  /** A path below the context path. */
  String next() {
    String path = start();
    for (int i = random.nextInt(4); i > 0; i--) {
      path = change(path);
    }
    return path.replaceAll("[ \r\n\t]", "");
  }

  private String start() {
    String goal = one(secured);
    String decoy = one(open);
    int deep = 1 + random.nextInt(5);
    return switch (random.nextInt(9)) {
      case 0 -> goal;
      case 1 -> decoy + ups(depth(decoy)) + goal;
      case 2 -> goal + ups(depth(goal)) + decoy;
      case 3 -> goal + ups(deep) + "/x";
      case 4 -> parent(goal) + ups(1) + goal.substring(goal.lastIndexOf('/'));
      case 5 ->
          parent(goal) + ups(1 + random.nextInt(2)) + "/" + one(List.of("x", "x/y", "open/x"));
      case 6 -> decoy + ups(deep) + goal;
      case 7 -> "/" + one(UPS) + one(SLASHES) + goal.substring(1);
      default -> parent(goal) + "/" + one(UPS) + decoy;
    };
  }

  private static String hex(char unit) {
    return HexFormat.of().toHexDigits((byte) unit);
  }

  private String change(String path) {
    int at = random.nextInt(path.length() + 1);
    int slash = path.indexOf('/', Math.min(at, path.length() - 1));
    char there = at < path.length() ? path.charAt(at) : '/';
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          slash < 0 ? path : path.substring(0, slash) + one(SLASHES) + path.substring(slash + 1);
      case 3 -> path + one(ENDS);
      case 4 -> at < path.length() ? replaced(path, at, "%" + hex(there)) : path;
      case 5 -> at < path.length() ? replaced(path, at, "%25" + hex(there)) : path;
      case 6 -> at < path.length() ? replaced(path, at, "" + otherCase(there)) : path;
      default -> path.substring(0, at) + one(ENDS) + path.substring(at);
    };
  }

  private static String replaced(String path, int at, String text) {
    return path.substring(0, at) + text + path.substring(at + 1);
  }

  private static char otherCase(char letter) {
    return Character.isUpperCase(letter)
        ? Character.toLowerCase(letter)
        : Character.toUpperCase(letter);
  }

  private String ups(int count) {
    String slash = random.nextInt(3) == 0 ? one(SLASHES) : "/";
    return (slash + one(UPS)).repeat(count);
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
