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
    return switch (Server.current()) {
      case LIBERTY, LIBERTY_EE11 -> new ObservedServer(true, true, true);
      case PAYARA, PAYARA_MICRO -> new ObservedServer(true, false, true);
      case WILDFLY -> new ObservedServer(false, true, true);
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
