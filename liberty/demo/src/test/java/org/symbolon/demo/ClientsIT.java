package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Front-end SDKs of others, unmodified, in a real browser; page and API at different origins. */
class ClientsIT implements SdkChangeTests, PhoneTests {
  private static final String API = "http://api.example.test:" + DemoServer.PORT;

  private static SdkSite site;
  private static Chromium chromium;
  private static DemoServer server;

  @BeforeAll
  static void start() throws Exception {
    site = new SdkSite();
    chromium = Chromium.launch();
    server =
        DemoServer.start(
            Map.of(
                "SYMBOLON_HTTP_ALLOWED_ORIGINS",
                site.origin(),
                "SYMBOLON_COOKIE_DOMAIN",
                "api.example.test",
                "SYMBOLON_HTTP_TRY_REFRESH_STATUS",
                "401",
                "SYMBOLON_ACCESS_TOKEN_VALIDITY",
                "PT4S",
                "SYMBOLON_COOKIE_OLDER_DOMAINS",
                "example.test",
                "SYMBOLON_REFRESH_TOKEN_LEEWAY",
                "PT0.5S"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Override
  public Visitor visitor(Sdk sdk) {
    return Visitor.of(sdk, user(), server);
  }

  @TestFactory
  Stream<DynamicTest> yesterday() {
    List<Sdk> sdks =
        Stream.of("website-4.2.0", "website-5.1.1", "website-10.1.0", "website-15.0.0")
            .flatMap(bundle -> Stream.of("fetch", "axios").map(by -> new Sdk(bundle, null, by)))
            .toList();
    return table("yesterday", YesterdayScenarios.ALL, sdks);
  }

  @TestFactory
  Stream<DynamicTest> today() {
    List<Sdk> sdks =
        Stream.of("website-20.1.6", "web-js-0.16.0")
            .flatMap(bundle -> Stream.of("cookie", "header").map(mode -> new Sdk(bundle, mode, "")))
            .flatMap(
                sdk ->
                    Stream.of("fetch", "XMLHttpRequest", "axios")
                        .map(by -> new Sdk(sdk.bundle(), sdk.mode(), by)))
            .toList();
    return table("today", TodayScenarios.ALL, sdks);
  }

  /**
   * Scenario by scenario, and each with every library, so that one wait for the end of the access
   * tokens does for all.
   */
  private static Stream<DynamicTest> table(String name, List<Scenario> scenarios, List<Sdk> sdks) {
    Map<Sdk, Visitor> visitors = new HashMap<>();
    ScenarioTable table = new ScenarioTable(sdks);
    Stream<DynamicTest> tests =
        scenarios.stream()
            .flatMap(
                scenario ->
                    sdks.stream()
                        .map(
                            sdk ->
                                DynamicTest.dynamicTest(
                                    scenario.name() + ": " + sdk,
                                    () -> {
                                      String seen = scenario.act().apply(visitor(visitors, sdk));
                                      if (scenario.isRow()) {
                                        table.note(scenario, sdk, seen);
                                      }
                                      assertThat(seen).isEqualTo(scenario.expected().apply(sdk));
                                    })));
    DynamicTest last =
        DynamicTest.dynamicTest(
            "this is the table of docs/clients.md",
            () -> {
              visitors.values().forEach(visitor -> visitor.user().close());
              Path file = Path.of("target", "clients-" + name + ".md");
              Files.writeString(file, table.markdown());
              Path document = Path.of(System.getProperty("it.root"), "docs", "clients.md");
              assertThat(Files.readString(document)).contains(table.markdown());
            });
    return Stream.concat(tests, Stream.of(last));
  }

  private static SdkUser user() {
    return new SdkUser(chromium.user(), site.origin(), API);
  }

  private static Visitor visitor(Map<Sdk, Visitor> visitors, Sdk sdk) {
    return visitors.computeIfAbsent(sdk, any -> Visitor.of(sdk, user(), server));
  }
}
