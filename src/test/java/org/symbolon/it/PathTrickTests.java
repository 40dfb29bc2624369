package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of a path, sent as no well-behaved client would, get around nothing. */
interface PathTrickTests extends Site {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/report.txt",
        "/FILES/report.txt",
        "/%66iles/report.txt",
        "/files%2Freport.txt",
        "/files%2freport.txt",
        "/%2566iles/report.txt",
        "//files/report.txt",
        "/files//report.txt",
        "/./files/report.txt",
        "/x/../files/report.txt",
        "/%2e/files/report.txt",
        "/x/%2e%2e/files/report.txt",
        "/x/%2e%2e%2ffiles/report.txt",
        "/x%2f..%2ffiles/report.txt",
        "/files/public/../report.txt",
        "/files/public/%2e%2e/report.txt",
        "/files/public/..;/report.txt",
        "/files/public/..%2freport.txt",
        "/files/public/..%5creport.txt",
        "/files/public%2f..%2freport.txt",
        "/files/public;/../report.txt",
        "/files/public/;/../report.txt",
        "/files;jsessionid=1/report.txt",
        "/files/report.txt;jsessionid=1",
        "/;/files/report.txt",
        "/;x=/../files/report.txt",
        "/files/report.txt/",
        "/files/report.txt%20",
        "/files/report.txt%00",
        "/files\\report.txt",
        "/x\\..\\files\\report.txt",
        "/api/method/open",
        "/api/method/open/",
        "/api/method/open;a=b",
        "/api;a=b/method/open",
        "/api//method/open",
        "/api/login/../method/open",
        "/api/login/%2e%2e/method/open",
        "/api/login;/../method/open",
        "/api/x/../method/open",
        "/API/method/open",
        "/%61pi/method/open",
        "/api%2fmethod/open",
        "/login.html/../files/report.txt",
        "/login.html;/../files/report.txt",
        "/login.html%2f..%2ffiles/report.txt",
        "/api/session/refresh/../../method/open",
        "/api/session/refresh;/../../method/open",
        "/rest/admin/../x",
        "/rest/admin/%2e%2e/x",
        "/rest/admin%2f..%2fx",
        "/rest/admin/..%2fx",
        "/rest/admin/..;/x",
        "/rest/vault/..",
        "/lid;/x",
        "/lid;x=y/../z",
        "/rest/pair/../x",
        "/rest/pair/x/..",
        "/rest/admin/../open/x",
        "/rest/admin/../../api/session/refresh",
        "/api/admin/../session/refresh",
        "/api/admin/../session/jwks.json",
        "/api/admin/../../login.html",
        "/account/",
        "/Account",
      })
  default void another_spelling_of_a_secured_path_opens_nothing(String spelling) {
    URI base = browser().base();
    String context = base.getPath().replaceFirst("/$", "");
    String answer = rawly(base, "GET " + context + spelling + " HTTP/1.1");
    assertThat(answer)
        .doesNotContain("the report")
        .doesNotContain(FuzzTargets.SECRET)
        .doesNotContain("\r\n\r\nin")
        .doesNotStartWith("HTTP/1.1 200");
  }

  @Test
  default void a_preflight_that_names_a_second_origin_is_none_of_ours() {
    URI base = browser().base();
    String answer =
        rawly(
            base,
            "OPTIONS "
                + base.getPath()
                + "api/method/open HTTP/1.1\r\nOrigin: "
                + OriginTests.ALLOWED
                + "\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: GET");
    assertThat(answer).matches("(?s)HTTP/1.1 (401|400) .*");
  }

  private static String rawly(URI base, String line) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(30_000);
      String request = line + "\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      try (var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
        return reader.lines().collect(Collectors.joining("\r\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
