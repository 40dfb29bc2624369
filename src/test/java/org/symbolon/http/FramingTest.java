package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.http.transport.HttpAnswer;

class FramingTest {
  private static final String POLICY = "Content-Security-Policy";
  private static final HttpAnswer PAGE =
      HttpAnswer.text(440, "page")
          .with(POLICY, "default-src 'none'; " + Framing.byDefault(Set.of("https://app.example")));

  /** The application's policies, a line each; its X-Frame-Options; what is sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | - | frame-ancestors 'self' https://app.example",
        "default-src 'self' | - | frame-ancestors 'self' https://app.example",
        "frame-ancestors 'none' | - | frame-ancestors 'none'",
        "default-src *; Frame-Ancestors https://a.example | DENY | frame-ancestors https://a.example",
        "x;frame-ancestors\t'self';frame-ancestors * | - | frame-ancestors\t'self'",
        "frame-ancestors | - | frame-ancestors",
        "frame-ancestors a/frame-ancestors b | - | frame-ancestors a, frame-ancestors b",
        "frame-ancestors a, script-src x, frame-ancestors b | - | frame-ancestors a, frame-ancestors b",
        "frame-ancestors a, frame-ancestors a | - | frame-ancestors a",
        "frame-ancestorsx * | - | frame-ancestors 'self' https://app.example",
        "- | deny | frame-ancestors 'none'",
        "- | SAMEORIGIN | frame-ancestors 'self'",
        "- | SAMEORIGIN/DENY | frame-ancestors 'none'",
        "- | ALLOW-FROM https://a.example | frame-ancestors 'self' https://app.example",
        "img-src x | SameOrigin | frame-ancestors 'self'",
      })
  void what_the_application_says_of_frames_stays(String policies, String options, String sent) {
    assertThat(Framing.keep(PAGE, lines(policies), lines(options)).headers())
        .containsEntry(POLICY, "default-src 'none'; " + sent);
  }

  @Test
  void answers_without_a_policy_of_ours_are_left_alone() {
    HttpAnswer text = HttpAnswer.text(401, "Please log in");
    assertThat(Framing.keep(text, List.of("frame-ancestors *"), null)).isEqualTo(text);
    HttpAnswer other = text.with(POLICY, "default-src 'none'");
    assertThat(Framing.keep(other, List.of("frame-ancestors *"), null)).isEqualTo(other);
  }

  private static List<String> lines(String text) {
    return text == null
        ? null
        : Arrays.asList(text.contains("//") ? new String[] {text} : text.split("/", -1));
  }
}
