package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookieHeaderTest {

  @Test
  void all_cookies_of_a_name_are_seen_once_each() {
    CookieHeader header =
        new CookieHeader(
            List.of(
                "sAccessToken=1; x=2;sAccessToken=3 ;  sAccessToken = 1",
                "sAccessToken=\"4\"; sIdRefreshToken=; sIdRefreshToken; =x; sRefreshToken=f=g"));
    assertThat(header.all("sAccessToken")).containsExactly("1", "3", "4");
    assertThat(header.all("sIdRefreshToken")).isEmpty();
    assertThat(header.all("sRefreshToken")).containsExactly("f=g");
    assertThat(header.all("x")).isEmpty();
    assertThat(header.all("")).isEmpty();
  }

  @Test
  void a_flood_of_one_name_is_cut() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      line.append("sAccessToken=").append(i).append("; ");
    }
    CookieHeader header = new CookieHeader(List.of(line.toString()));
    assertThat(header.all("sAccessToken")).hasSize(4);
    assertThat(header.hasTooMany()).isTrue();
  }

  @Test
  void what_is_read_to_the_end_is_not_too_many() {
    String four = "sAccessToken=1; sAccessToken=2; sAccessToken=3; sAccessToken=4; sAccessToken=";
    assertThat(new CookieHeader(List.of(four)).hasTooMany()).isFalse();
    assertThat(new CookieHeader(List.of(four, "sAccessToken=\"4\"")).hasTooMany()).isFalse();
    assertThat(new CookieHeader(List.of(four, "sAccessToken=5")).hasTooMany()).isTrue();
    assertThat(new CookieHeader(List.of(four.replace("sAccess", "sRefresh"))).hasTooMany())
        .isFalse();
    assertThat(new CookieHeader(List.of(four.replace("sAccess", "sIdRefresh"))).hasTooMany())
        .isFalse();
    assertThat(
            new CookieHeader(
                    List.of(four.replace("sAccess", "sRefresh"), "sRefreshToken=5; sAccessToken=9"))
                .hasTooMany())
        .isTrue();
  }

  @Test
  void there_may_be_none() {
    assertThat(new CookieHeader(List.of()).all("a")).isEmpty();
    assertThat(new CookieHeader(List.of("", ";", "=")).all("")).isEmpty();
  }
}
