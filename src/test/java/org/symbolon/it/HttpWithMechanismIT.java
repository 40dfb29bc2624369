package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What {@link HttpIT} shows, where the container itself knows the session as well. */
@EveryServer
@OneOfAMaker
class HttpWithMechanismIT implements HttpTests {

  @Deployment(testable = false)
  static WebArchive war() {
    return HttpIT.library("mechanism")
        .config("symbolon.security.mechanism", "true")
        // on Payara the one that is used otherwise is HttpIT's as well
        .config("symbolon.database.url", "jdbc:h2:mem:mechanism;DB_CLOSE_DELAY=-1")
        .config("symbolon.database.user", "sa")
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  /** With the mechanism the resource can see who calls, whether it is secured or not. */
  @Override
  @Test
  public void what_everybody_is_shown_is_left_to_the_application() {
    assertThat(browser().loggedIn("alice").get("api/method/open").headers("Cache-Control"))
        .containsExactly("private");
    assertThat(browser().get("api/method/open").headers("Cache-Control")).isEmpty();
  }
}
