package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookieHeaderTest {

  @Test
  void all_cookies_of_a_name_are_seen_once_each() {
    CookieHeader header =
        new CookieHeader(List.of("a=1; b=2;a=3 ;  a = 1", "a=\"4\"; c=; d; =x; e=f=g"));
    assertThat(header.all("a")).containsExactly("1", "3", "4");
    assertThat(header.all("b")).containsExactly("2");
    assertThat(header.all("c")).isEmpty();
    assertThat(header.all("d")).isEmpty();
    assertThat(header.all("e")).containsExactly("f=g");
    assertThat(header.all("x")).isEmpty();
  }

  @Test
  void a_flood_of_one_name_is_cut() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      line.append("a=").append(i).append("; ");
    }
    assertThat(new CookieHeader(List.of(line.toString())).all("a")).hasSize(4);
  }

  @Test
  void there_may_be_none() {
    assertThat(new CookieHeader(List.of()).all("a")).isEmpty();
    assertThat(new CookieHeader(List.of("", ";", "=")).all("")).isEmpty();
  }
}
