package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The library's script, and its page that refreshes, in a real browser. */
class BrowserScriptIT
    implements ScriptTests,
        ScriptTroubleTests,
        ScriptOrderTests,
        ScriptOriginTests,
        ForcedLogoutTests,
        PageTests {
  private static DemoServer server;
  private static Chromium chromium;

  private final List<BrowserContext> users = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.launch();
    server = DemoServer.start(Map.of("SYMBOLON_ACCESS_TOKEN_VALIDITY", "PT15S"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nobody_was_taken_for_a_thief() throws Exception {
    users.forEach(BrowserContext::close);
    assertThat(log()).doesNotContain("TheftDetected");
  }

  @Override
  public ScriptUser user(String origin) {
    BrowserContext context = chromium.user();
    users.add(context);
    return new ScriptUser(context, origin);
  }

  @Override
  public String log() throws IOException {
    return server.log();
  }
}
