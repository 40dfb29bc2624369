package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

/** The library as it comes: nothing configured but the path of the refresh. */
@EveryServer
@Tag("bare-server")
class HttpIT implements HttpTests, PresenceTests, ServerTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return library("site").build();
  }

  /** With a resource for each topic. */
  static LibraryWar library(String name) {
    return LibraryWar.named(name + ".war")
        .with(LoginResource.class, SecuredPlaces.class, SubResources.class)
        .with(OptionalResources.class, AntiCsrfModes.class, RoleResources.class)
        .with(SessionResource.class, TwiceResource.class, EndingsResource.class)
        .with(PaidUp.class, PaymentResource.class, ServerResource.class)
        .with(ApiApplication.class, SwitchedOffApplication.class)
        .config("symbolon.refresh-token.path", "/" + name + "/api/session/refresh")
        .forEveryServer();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }
}
