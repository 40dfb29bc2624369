package org.symbolon.it;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/**
 * What the servers of the tests have, and where. The one place for their differences.
 *
 * @param hasMetrics whether there is MicroProfile Metrics
 * @param exportsNumbers whether OpenTelemetry exports numbers
 * @param exportsSpans whether OpenTelemetry exports spans
 */
record ObservedServer(boolean hasMetrics, boolean exportsNumbers, boolean exportsSpans) {

  static ObservedServer ofThisRun() {
    return switch (System.getProperty("arquillian.launch", "liberty-microprofile")) {
      default -> new ObservedServer(true, true, true);
    };
  }

  /** Asks a resource of the server's own. */
  Answer get(URL application, String resource) {
    try {
      return new Browser(URI.create(application.toString()).resolve("/").toURL())
          .sending("Accept", resource.equals("metrics") ? "text/plain" : "*/*")
          .get(resource);
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
