package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** With a login page, and other origins that may call. */
@EveryServer
class PagesAndOriginsIT implements PageTests, OriginTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("pages.war")
        .with(LoginResource.class, SessionResource.class, RoleResources.class, SubResources.class)
        .with(OptionalResources.class, EndingsResource.class, OwnHeaders.class)
        .config("symbolon.refresh-token.path", "/pages/api/session/refresh")
        .config("symbolon.http.login-page", "/pages/login.html?to={target}")
        .config("symbolon.http.allowed-origins", OriginTests.ALLOWED + ", http://localhost:3000")
        .config("symbolon.http.login-origins", "https://login.example.net")
        .forEveryServer()
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }
}
