package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Whole paths are protected, with some exceptions; no Jakarta Security. */
@EveryServer
class SecuredPathsIT implements SecuredPathTests, PathTrickTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("paths.war")
        .with(LoginResource.class, SessionResource.class, SecuredPlaces.class, WhoServlet.class)
        .config("symbolon.refresh-token.path", "/paths/api/session/refresh")
        .config("symbolon.http.login-page", "/paths/login.html?to={target}")
        .config("symbolon.http.allowed-origins", OriginTests.ALLOWED)
        .config("symbolon.secured-paths", "/files/*, /who/*, /api/*, /account")
        .config("symbolon.secured-paths.except", "/files/public/*, /api/login")
        .text("login.html", "the login")
        .text("files/report.txt", "the report")
        .text("files/page.html", "the page")
        .text("files/public/leaflet.txt", "the leaflet")
        .text("rules.txt", "the house rules")
        .forEveryServer()
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }
}
