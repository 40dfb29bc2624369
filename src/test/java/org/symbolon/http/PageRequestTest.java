package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET  | text/html                                          | navigate | true",
        "GET  | text/html                                          | -        | true",
        "HEAD | text/html                                          | navigate | true",
        "GET  | application/xhtml+xml, text/html;q=0.9, */*;q=0.8  | navigate | true",
        "GET  | TEXT/HTML ; charset=utf-8 ; q=0.001                | navigate | true",
        "GET  | text/html;level=0                                  | navigate | true",
        "GET  | text/html                                          | cors     | false",
        "GET  | text/html                                          | no-cors  | false",
        "GET  | text/html                                          | ''       | false",
        "POST | text/html                                          | navigate | false",
        "PUT  | text/html                                          | -        | false",
        "GET  | text/html;q=0                                      | navigate | false",
        "GET  | text/html; q = 0.000, text/plain                   | navigate | false",
        "GET  | */*                                                | navigate | false",
        "GET  | text/*                                             | navigate | false",
        "GET  | application/json, text/htmlx                       | navigate | false",
        "GET  | ''                                                 | navigate | false",
        "GET  | ,;,;;                                              | navigate | false",
        "GET  | -                                                  | navigate | false",
      })
  void is_one(String method, String accept, String fetchMode, boolean page) {
    assertThat(PageRequest.is(method, accept, fetchMode)).isEqualTo(page);
  }
}
