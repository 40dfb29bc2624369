package org.symbolon.it;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Everything is protected but some exceptions and what the library answers itself. */
@EveryServer
class EveryPathSecuredIT implements Site {

  @Deployment(testable = false)
  static WebArchive war() {
    return PathsWar.build("allpaths", "/*");
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void no_spelling_opens_what_is_secured_beside_exceptions_and_own_paths() {
    new PathFuzz(browser(), PathsWar.GOALS, PathsWar.OPEN).run(20_261_128);
  }
}
