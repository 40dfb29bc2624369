package org.symbolon.it;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application that accepts tokens which others issue.
 *
 * @param server where it runs
 * @param name where on the server, and what it reads the token from
 */
record Service(ServerProcess server, String name) {
  static final String COOKIE = "cookie";
  static final String BEARER = "bearer";

  /** Everything that is configured; the application has no JAR of ours. */
  static WebArchive war(String name, URI keys) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClasses(ServiceApplication.class, ServiceResource.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(
            new StringAsset(
                properties(name, keys).entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                    .collect(Collectors.joining())),
            "META-INF/microprofile-config.properties");
  }

  static Map<String, String> properties(String name, URI keys) {
    Map<String, String> verification =
        Map.of(
            "mp.jwt.verify.publickey.location", keys.toString(),
            "mp.jwt.verify.publickey.algorithm", "ES256",
            "mp.jwt.verify.issuer", "symbolon");
    return name.equals(BEARER) ? verification : withCookie(verification);
  }

  private static Map<String, String> withCookie(Map<String, String> verification) {
    Map<String, String> all = new TreeMap<>(verification);
    all.put("mp.jwt.token.header", "Cookie");
    all.put("mp.jwt.token.cookie", "sAccessToken");
    return all;
  }

  Answer get(String path, String token) {
    Browser browser = new Browser(server.url(name));
    return switch (name) {
      case BEARER -> browser.sending("Authorization", "Bearer " + token).get(path);
      default -> browser.raw("GET", path, cookies(token), "");
    };
  }

  /** As browsers send them; for Payara as the cookies of 1997 were. */
  private String cookies(String token) {
    return server.toString().equals("Payara")
        ? "$Version=1;sIdRefreshToken=x;sAccessToken=" + token
        : "sIdRefreshToken=x; sAccessToken=" + token;
  }

  Answer getWithoutToken(String path) {
    return new Browser(server.url(name)).get(path);
  }

  @Override
  public String toString() {
    return server + ", " + name;
  }
}
