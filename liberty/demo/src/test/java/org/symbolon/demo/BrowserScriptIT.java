package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library's script in a real browser. */
class BrowserScriptIT {
  private static DemoServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.launch();
    server = DemoServer.start(Map.of("SYMBOLON_ACCESS_TOKEN_VALIDITY", "PT4S"));
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

  @Test
  void loads() {
    Page page = chromium.user().newPage();
    page.navigate(DemoServer.URL);
    Chromium.screenshot(page, "first");
    assertThat(page.evaluate("navigator.locks !== undefined")).isEqualTo(true);
  }
}
