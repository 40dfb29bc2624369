package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.testing.TestNode;

class CookieTransportTest {

  private final CookieTransport transport =
      new CookieTransport(TestNode.config(Map.of("symbolon.database.url", "jdbc:h2:mem:none")));
  private final RequestHead request = FakeRequest.to("/api/x").build();
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

  /** The reference appends: {@code id-refresh-token: <id>;<ms>, remove}. */
  @Test
  void fault_11_headers_and_cookies_that_are_set_twice_are_replaced() {
    transport.write(issuing("first"), request, headers);
    transport.write(
        new StagedTokens(null, null, false, StagedTokens.Removal.ENDED), request, headers);
    assertThat(headers.get("id-refresh-token")).containsExactly("remove");
    assertThat(headers).doesNotContainKey("anti-csrf");
    assertThat(cookies()).hasSize(3).allMatch(line -> line.contains("=; "));

    transport.write(issuing("second"), request, headers);
    transport.write(issuing("third"), request, headers);
    assertThat(headers.get("id-refresh-token"))
        .containsExactly("third-id;" + SampleTokens.END.toEpochMilli());
    assertThat(headers.get("anti-csrf")).containsExactly("third-csrf");
    assertThat(headers.get("Access-Control-Expose-Headers"))
        .containsExactly("id-refresh-token, anti-csrf, front-token");
    assertThat(cookies()).hasSize(3).allMatch(line -> line.contains("=third-"));
  }

  @Test
  void the_application_s_own_cookies_stay() {
    headers.add("Set-Cookie", "theme=dark; Path=/");
    headers.add("Set-Cookie", "sAccessTokens=no token of ours");
    transport.write(issuing("first"), request, headers);
    assertThat(cookies()).hasSize(5).contains("theme=dark; Path=/");
  }

  private List<String> cookies() {
    return headers.get("Set-Cookie").stream().map(Object::toString).toList();
  }

  private static StagedTokens issuing(String name) {
    return StagedTokens.of(SampleTokens.named(name), true);
  }
}
