package org.symbolon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What the script does is tested in a browser, with the demo. */
class BrowserScriptTest {
  private static final int BOUND = 5000;

  @Test
  void is_a_small_module_that_servers_find_in_the_jar() throws IOException {
    // Jakarta Servlet 6.0 §4.6: META-INF/resources of a JAR in WEB-INF/lib
    try (InputStream script =
        Secured.class.getResourceAsStream("/META-INF/resources/symbolon.js")) {
      assertThat(script).isNotNull();
      byte[] bytes = script.readAllBytes();
      assertThat(bytes.length).isLessThan(BOUND);
      assertThat(new String(bytes, UTF_8))
          .contains("export function symbolon(")
          .doesNotContain("import ", "import(");
    }
  }
}
