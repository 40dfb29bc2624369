package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Whole paths are protected, with some exceptions; no Jakarta Security. */
@FullServer
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
        .build()
        .addAsWebResource(new StringAsset("the login"), "login.html")
        .addAsWebResource(new StringAsset("the report"), "files/report.txt")
        .addAsWebResource(new StringAsset("the page"), "files/page.html")
        .addAsWebResource(new StringAsset("the leaflet"), "files/public/leaflet.txt")
        .addAsWebResource(new StringAsset("the house rules"), "rules.txt");
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }
}
