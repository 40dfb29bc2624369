package org.symbolon.demo;

import java.io.IOException;

/** What the tests of the script stand on, whatever their topic. */
interface ScriptSite {
  /** Whose page is at {@code http://localhost}: where browsers have Web Locks. */
  default ScriptUser user() {
    return user(DemoServer.URL);
  }

  ScriptUser user(String origin);

  /** What the server has printed. */
  String log() throws IOException;
}
