package org.symbolon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Somebody with a browser of his own, on a page with one library. */
record Visitor(Sdk sdk, SdkUser user, SdkTab tab, DemoServer server) {

  static Visitor of(Sdk sdk, SdkUser user, DemoServer server) {
    return new Visitor(sdk, user, user.tab(sdk), server);
  }

  /** The same browser, and a page with another library. */
  Visitor with(Sdk other) {
    return of(other, user, server);
  }

  /** How often the browser has refreshed since the wire is looked at, as the table says it. */
  String refreshes() {
    long count = user.refreshes();
    return count == 0 ? "no refresh" : count == 1 ? "1 refresh" : count + " refreshes";
  }

  String session() {
    return tab.exists() ? "session" : "no session";
  }

  /** The session's, as the server says it in the answer to the last call. */
  String handle() {
    return (String) tab.js("sdk.call('/api/me').then(({ text }) => JSON.parse(text).handle)");
  }

  /** Returns when the server has announced this event of this session. */
  void awaitEvent(String type, String handle) {
    tab.page.waitForCondition(
        () -> {
          try {
            return server.log().contains(type + "[handle=" + handle);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
