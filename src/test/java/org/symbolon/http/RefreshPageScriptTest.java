package org.symbolon.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.config.SessionConfigReader;

/** The script of the refreshing page, run by Node.js, with a browser that stores nothing. */
class RefreshPageScriptTest {
  private static final String BROWSER =
      """
      let click;
      const went = [];
      const address = new URL(process.argv[1]);
      globalThis.location = {
        href: address.href, pathname: address.pathname, search: address.search,
        origin: address.origin,
        reload() { went.push("reload"); },
        // as browsers do it: against the page's own address
        replace(url) { went.push(new URL(url, address).href); },
      };
      globalThis.document = {
        cookie: "",
        querySelector: () => ({ addEventListener: (type, listener) => { click = listener; } }),
        getElementById: () => ({}),
      };
      const closed = { getItem() { throw 0; }, setItem() { throw 0; }, removeItem() { throw 0; } };
      globalThis.sessionStorage = closed;
      globalThis.localStorage = closed;
      globalThis.performance = { getEntriesByType: () => [{ type: "reload" }] };
      globalThis.fetch = () => Promise.reject();
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/account?a=b",
        "https://app.example/account?a=b#part",
        "https://app.example//evil.example/a?b",
        "https://app.example///evil.example/",
        "https://app.example/\\evil.example/",
        "https://app.example//\\evil.example/#x",
        "https://app.example/%09/evil.example/",
        "https://app.example/\t/evil.example/",
        "https://app.example//user:password@evil.example/",
        "https://app.example/.//evil.example/",
        "https://app.example//",
      })
  void another_try_stays_on_this_host(String address) throws Exception {
    String went = run(address);
    assertThat(URI.create(went).getAuthority()).isEqualTo("app.example");
    assertThat(went).doesNotContain("#");
    String path = address.replaceAll("#.*", "");
    assertThat(went).endsWith(path.substring(path.length() - 2).replace('\\', '/'));
  }

  private static String run(String address) throws IOException, InterruptedException {
    RefreshPage page =
        RefreshPage.of(
            SessionConfigReader.readSilently(name -> Optional.empty()),
            List.of(),
            Map.of(),
            new SecureRandom());
    String script = page.html().replaceAll("(?s).*<script[^>]*>(.*)</script>.*", "$1");
    Process node =
        new ProcessBuilder(
                "node",
                "-e",
                BROWSER
                    + script.replace("\"use strict\";", "")
                    + "click({ preventDefault() {} }); console.log(went.join(' '));",
                address)
            .redirectErrorStream(true)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(node.waitFor()).as(output).isZero();
    return output;
  }
}
