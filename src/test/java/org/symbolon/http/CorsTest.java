package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.testing.TestNode;

class CorsTest {
  private final Cors cors = new Cors(Set.of("https://app.example.com"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://app.example.com, true",
        "http://app.example.com, false",
        "https://app.example.com/, false",
        "https://app.example.com., false",
        "https://xapp.example.com, false",
        "HTTPS://app.example.com, false",
        "null, false",
        "*, false",
        "'', false",
        "-, false",
      })
  void an_origin_is_allowed_if_it_is_exactly_one_of_them(String origin, boolean allowed) {
    assertThat(cors.allows(origin)).isEqualTo(allowed);
  }

  @Test
  void a_preflight_is_answered_for_allowed_origins_only() {
    assertThat(cors.answers("OPTIONS", "https://app.example.com", "POST")).isTrue();
    assertThat(cors.answers("OPTIONS", "https://evil.example", "POST")).isFalse();
    assertThat(cors.answers("OPTIONS", null, "POST")).isFalse();
    assertThat(cors.answers("OPTIONS", "https://app.example.com", null)).isFalse();
    assertThat(cors.answers("POST", "https://app.example.com", "POST")).isFalse();
  }

  @Test
  void without_origins_it_is_off() {
    assertThat(cors.isOn()).isTrue();
    assertThat(new Cors(Set.of()).isOn()).isFalse();
    assertThat(new Cors(Set.of()).allows("https://app.example.com")).isFalse();
    Map<String, String> settings =
        new HashMap<>(Map.of("symbolon.http.allowed-origins", "https://app.example.com"));
    assertThat(Cors.of(TestNode.config(settings).http()).isOn()).isTrue();
    settings.put("symbolon.http.cors", "false");
    assertThat(Cors.of(TestNode.config(settings).http()).isOn()).isFalse();
  }

  @Test
  void what_was_asked_for_is_allowed_if_it_can_be_a_name() {
    Map<String, String> answer =
        Cors.preflight("PURGE", List.of("x-mine", "Anti-CSRF", "a b", "<x>", "", "a:b", "\u00e9"));
    assertThat(answer)
        .containsEntry(
            "Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, PURGE")
        .containsEntry(
            "Access-Control-Allow-Headers",
            "anti-csrf, content-type, supertokens-sdk-name, supertokens-sdk-version, fdi-version,"
                + " rid, st-auth-mode, authorization, x-mine")
        .containsEntry("Access-Control-Max-Age", "3600")
        .containsEntry("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
    assertThat(Cors.preflight("P\nX", List.of()).get("Access-Control-Allow-Methods"))
        .doesNotContain("X")
        .endsWith("OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({"100, 8, true", "101, 8, false", "31, 128, true", "33, 128, false"})
  void of_too_many_names_none_is_allowed(int count, int length, boolean allowed) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(String.format(Locale.ROOT, "%0" + length + "d", i));
    }
    String answer = Cors.preflight("PUT", lines).get("Access-Control-Allow-Headers");
    assertThat(answer).startsWith("anti-csrf, ");
    assertThat(answer.contains(lines.get(0))).isEqualTo(allowed);
    assertThat(Cors.preflight("PUT", List.of(String.join(",", lines))).toString().contains("0001"))
        .isEqualTo(allowed);
    assertThat(Cors.preflight("PUT", null).get("Access-Control-Allow-Headers"))
        .endsWith("authorization");
  }
}
