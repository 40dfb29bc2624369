package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieValueTest {

  @ParameterizedTest
  @CsvSource({
    "eyJ.a-b_c~, eyJ.a-b_c~",
    "a+b/c=, a%2Bb%2Fc%3D",
    "1;2, 1%3B2",
    "%, %25",
    "ü😀, %C3%BC%F0%9F%98%80",
  })
  void what_is_encoded_comes_back(String value, String encoded) {
    assertThat(CookieValue.encode(value)).isEqualTo(encoded);
    assertThat(CookieValue.decode(encoded)).isEqualTo(value);
  }

  @Test
  void either_case_of_the_digits_will_do() {
    assertThat(CookieValue.decode("a%2bb%3d")).isEqualTo("a+b=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%2", "%zz", "a%2Bb%", "%C3é"})
  void what_is_not_encoded_well_stays_as_it_is(String text) {
    assertThat(CookieValue.decode(text)).isEqualTo(text);
  }

  @Test
  void cookies_are_read_decoded() {
    CookieHeader header = new CookieHeader(List.of("sAccessToken=x%2By%3D; sRefreshToken=\"%2F\""));
    assertThat(header.all("sAccessToken")).containsExactly("x+y=");
    assertThat(header.all("sRefreshToken")).containsExactly("/");
  }
}
