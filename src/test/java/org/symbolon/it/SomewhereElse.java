package org.symbolon.it;

import java.net.MalformedURLException;
import java.net.URI;

/**
 * The same tests against a server that somebody else has started, with the classes of {@link
 * HttpIT}'s application at {@code /site/api}: for servers that Arquillian cannot run here.
 *
 * <pre>{@code
 * mvn verify -Dit.test=SomewhereElse -Dit.site=http://localhost:8080/site/
 * }</pre>
 *
 * Not part of the build, hence its name.
 */
class SomewhereElse implements HttpTests {
  @Override
  public Browser browser() {
    try {
      return new Browser(URI.create(System.getProperty("it.site")).toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
