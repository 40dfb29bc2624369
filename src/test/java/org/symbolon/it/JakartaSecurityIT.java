package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The session is the caller's identity for the container. */
@EveryServer
class JakartaSecurityIT implements CallerTests, RoleBeanTests, FacesTests, SocketTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return SecurityWar.build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }
}
