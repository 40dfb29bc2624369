package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Whole paths are protected, with some exceptions; no Jakarta Security. */
@EveryServer
class SecuredPathsIT implements SecuredPathTests, PathTrickTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return PathsWar.build(
        "paths",
        "/files/*, /who/*, /api/*, /account, /rest/admin/*, /rest/vault/*, /rest/pair/*,"
            + " /rest/deep/*, /box/*, /lid");
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void no_spelling_opens_what_is_secured_beside_open_paths() {
    new PathFuzz(browser(), PathsWar.GOALS, PathsWar.OPEN).run(20_261_127);
  }
}
