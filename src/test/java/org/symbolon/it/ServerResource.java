package org.symbolon.it;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** What the application runs on, and what has arrived there. */
@Path("/server")
public class ServerResource {
  @Context ServletContext context;

  /** Payara names no version there. */
  @GET
  public String name() {
    String info = context.getServerInfo();
    try {
      return info
          + " "
          + Class.forName("com.sun.appserv.server.util.Version")
              .getMethod("getVersionNumber")
              .invoke(null);
    } catch (ReflectiveOperationException e) {
      return info;
    }
  }

  @GET
  @Path("java")
  public String java() {
    return Runtime.version().toString();
  }

  /** A line for each file of the WAR: its path, its SHA-256. */
  @GET
  @Path("files")
  public String files() throws IOException {
    Set<String> lines = new TreeSet<>();
    collect("/", lines);
    return String.join("\n", lines);
  }

  private void collect(String folder, Set<String> lines) throws IOException {
    for (String path : context.getResourcePaths(folder)) {
      if (path.endsWith("/")) {
        collect(path, lines);
      } else {
        try (InputStream in = context.getResourceAsStream(path)) {
          lines.add(path + " " + sha256(in));
        }
      }
    }
  }

  static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(in.readAllBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
