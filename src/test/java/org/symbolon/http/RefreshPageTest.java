package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;

class RefreshPageTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void nothing_is_left_open() {
    RefreshPage page = page(Map.of("symbolon.cookie.refresh-path", "/app/renew"), "abc-_9", "d");
    assertThat(page.html())
        .contains("headers: { \"rid\": \"x\", \"st-auth-mode\": \"y\" }")
        .contains("const refused = [\"abc-_9\", \"d\"];")
        .contains("fetch(\"/app/renew\", {")
        .contains("answer.status === 401;")
        .doesNotContainPattern("\\{[a-zA-Z]+\\}");
  }

  @Test
  void each_page_has_a_nonce_of_its_own() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      RefreshPage page = page(Map.of());
      String nonce = page.policy().replaceAll(".*script-src 'nonce-([A-Za-z0-9_-]{22})'.*", "$1");
      assertThat(page.html()).contains("<script nonce=\"" + nonce + "\">");
      assertThat(page.policy()).contains("default-src 'none'", "connect-src 'self'");
      nonces.add(nonce);
    }
    assertThat(nonces).hasSize(100);
  }

  @Test
  void no_text_from_outside_ends_its_literal() {
    String evil = "\"];alert(1)//</script><!--'\\\n\r\u2028{nonce}\u00e9\ud83d";
    RefreshPage page = page(Map.of("symbolon.cookie.refresh-path", "/a'&(b)"), evil);
    String nonce = page.policy().replaceAll(".*script-src 'nonce-([^']+)'.*", "$1");
    assertThat(page.html())
        .contains("\"\\u0022\\u005d\\u003balert\\u00281\\u0029//\\u003c/script\\u003e")
        .contains("\\u007bnonce\\u007d\\u00e9\\ud83d\"]")
        .contains("fetch(\"/a\\u0027\\u0026\\u0028b\\u0029\"")
        .doesNotContain("alert(1)");
    assertThat(page.html().split(nonce, -1)).hasSize(3);
    assertThat(page.html().split("</script", -1)).hasSize(2);
  }

  @Test
  void only_its_own_pages_and_those_that_may_call_show_it_in_a_frame() {
    assertThat(page(Map.of()).policy()).endsWith("; frame-ancestors 'self'");
    assertThat(
            page(Map.of("symbolon.http.allowed-origins", "https://a.example,https://b")).policy())
        .endsWith("; frame-ancestors 'self' https://a.example https://b");
  }

  private RefreshPage page(Map<String, String> settings, String... idRefreshTokens) {
    SessionConfig config =
        SessionConfigReader.read(name -> Optional.ofNullable(settings.get(name)), List.of());
    return RefreshPage.of(
        config, List.of(idRefreshTokens), Map.of("st-auth-mode", "y", "rid", "x"), random);
  }
}
