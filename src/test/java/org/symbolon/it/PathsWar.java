package org.symbolon.it;

import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One of each kind of thing that a path can lead to, some of it secured by its path. */
final class PathsWar {
  static final List<String> GOALS =
      List.of(
          "/rest/admin",
          "/rest/admin/literal",
          "/rest/admin/x/y",
          "/rest/admin/a/b/c",
          "/rest/vault/7",
          "/rest/pair/a/b",
          "/rest/deep/a/x/b",
          "/box/x",
          "/lid",
          "/files/secret.txt",
          "/files/x.box");
  static final List<String> OPEN =
      List.of(
          "/rest/open/x",
          "/rest/admin/public/x",
          "/files/public/leaflet.txt",
          "/api/login",
          "/api/session/refresh",
          "/api/session/jwks.json",
          "/api/signout",
          "/login.html");

  private PathsWar() {}

  static WebArchive build(String name, String patterns) {
    return LibraryWar.named(name + ".war")
        .with(LoginResource.class, SessionResource.class, SecuredPlaces.class, WhoServlet.class)
        .with(FuzzTargets.class, ApiApplication.class)
        .config("symbolon.refresh-token.path", "/" + name + "/api/session/refresh")
        .config("symbolon.http.login-page", "/" + name + "/login.html?to={target}")
        .config("symbolon.http.allowed-origins", OriginTests.ALLOWED)
        .config("symbolon.secured-paths", patterns)
        .config(
            "symbolon.secured-paths.except",
            "/files/public/*, /api/login, /rest/open/*, /rest/admin/public/*")
        .text("login.html", "the login")
        .text("files/report.txt", "the report")
        .text("files/secret.txt", FuzzTargets.SECRET)
        .text("files/page.html", "the page")
        .text("files/public/leaflet.txt", "the leaflet")
        .text("rules.txt", "the house rules")
        .forEveryServer()
        .build();
  }
}
