package org.symbolon.it;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The session is the caller's identity for the container. */
@EveryServer
class JakartaSecurityIT implements CallerTests, RoleBeanTests, FacesTests, SocketTests {

  private static final long SEED = 20_261_129;

  private static final List<String> GOALS =
      List.of(
          "/api/admin",
          "/api/admin/literal",
          "/api/admin/x/y",
          "/api/admin/a/b/c",
          "/api/vault/7",
          "/api/pair/a/b",
          "/box/x",
          "/lid");
  private static final List<String> OPEN =
      List.of("/api/open/x", "/api/session/refresh", "/api/session/jwks.json", "/login.xhtml");

  @Deployment(testable = false)
  static WebArchive war() {
    return SecurityWar.build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void no_spelling_opens_what_a_constraint_of_web_xml_guards() {
    new PathFuzz(browser(), GOALS, OPEN).run(SEED);
  }
}
