package org.symbolon.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.symbolon.config.SessionConfig;

/**
 * A page that refreshes and loads again what was asked for; {@code refresh-page.html} is its text.
 *
 * @param html the page
 * @param policy its header {@code Content-Security-Policy}
 */
record RefreshPage(String html, String policy) {
  private static final String TEMPLATE = read("/META-INF/symbolon/refresh-page.html");
  private static final int NONCE_BYTES = 16;

  /** No browser keeps a longer cookie (RFC 6265bis §5.6), so nobody compares with one. */
  private static final int LONGEST_COOKIE = 4096;

  /**
   * The page for one request.
   *
   * @param idRefreshTokens which the refused request presented
   * @param headers to send along with the refresh
   */
  static RefreshPage of(
      SessionConfig config,
      List<String> idRefreshTokens,
      Map<String, String> headers,
      SecureRandom random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String html =
        TEMPLATE
            .replace("{nonce}", nonce)
            .replace("{refreshPath}", literal(config.cookie().refreshPath()))
            .replace(
                "{headers}",
                headers.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(it -> literal(it.getKey()) + ": " + literal(it.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }")))
            .replace("{unauthorisedStatus}", "" + config.http().unauthorisedStatus())
            .replace(
                "{idRefreshTokens}",
                idRefreshTokens.stream()
                    .filter(value -> value.length() <= LONGEST_COOKIE)
                    .map(RefreshPage::literal)
                    .collect(Collectors.joining(", ", "[", "]")));
    return new RefreshPage(html, policy(nonce, Framing.byDefault(config.http().allowedOrigins())));
  }

  private static String policy(String nonce, String framing) {
    String own = "'nonce-" + nonce + "'";
    return "default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'self'"
        + "; script-src "
        + own
        + "; style-src "
        + own
        + "; "
        + framing;
  }

  /** A literal of JavaScript in which nothing but letters, digits and {@code / - _} stands bare. */
  private static String literal(String text) {
    return text.chars().mapToObj(RefreshPage::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int unit) {
    boolean bare =
        (unit >= 'a' && unit <= 'z')
            || (unit >= 'A' && unit <= 'Z')
            || (unit >= '0' && unit <= '9')
            || "/-_".indexOf(unit) >= 0;
    return bare ? Character.toString(unit) : String.format(Locale.ROOT, "\\u%04x", unit);
  }

  private static String read(String resource) {
    try (InputStream in = RefreshPage.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
