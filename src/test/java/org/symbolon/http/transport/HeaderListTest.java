package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderListTest {

  @Test
  void all_lines_are_read() {
    assertThat(HeaderList.read(List.of("a, b", ",c ,, ", ""))).containsExactly("a", "b", "c");
    assertThat(HeaderList.read(null)).isEmpty();
  }

  @Test
  void each_name_is_there_once_whatever_its_case() {
    assertThat(HeaderList.union(List.of("A", "b", "a"), List.of("B", "c")))
        .containsExactly("A", "b", "c");
  }
}
