package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.Session;
import org.symbolon.SessionHandle;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;

class CookieTransportTest {
  private static final Instant END = Instant.parse("2027-03-01T10:00:00Z");

  private final CookieTransport transport =
      new CookieTransport(TestNode.config(Map.of("symbolon.database.url", "jdbc:h2:mem:none")));
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

  /** The reference appends: {@code id-refresh-token: <id>;<ms>, remove}. */
  @Test
  void fault_11_headers_and_cookies_that_are_set_twice_are_replaced() {
    transport.write(issuing("first"), headers);
    transport.write(new StagedTokens(null, null, true), headers);
    assertThat(headers.get("id-refresh-token")).containsExactly("remove");
    assertThat(headers).doesNotContainKey("anti-csrf");
    assertThat(cookies()).hasSize(3).allMatch(line -> line.contains("=; "));

    transport.write(issuing("second"), headers);
    transport.write(issuing("third"), headers);
    assertThat(headers.get("id-refresh-token")).containsExactly("third-id;" + END.toEpochMilli());
    assertThat(headers.get("anti-csrf")).containsExactly("third-csrf");
    assertThat(headers.get("Access-Control-Expose-Headers"))
        .containsExactly("id-refresh-token, anti-csrf");
    assertThat(cookies()).hasSize(3).allMatch(line -> line.contains("=third-"));
  }

  @Test
  void the_application_s_own_cookies_stay() {
    headers.add("Set-Cookie", "theme=dark; Path=/");
    headers.add("Set-Cookie", "sAccessTokens=no token of ours");
    transport.write(issuing("first"), headers);
    assertThat(cookies()).hasSize(5).contains("theme=dark; Path=/");
  }

  private List<String> cookies() {
    return headers.get("Set-Cookie").stream().map(Object::toString).toList();
  }

  private static StagedTokens issuing(String name) {
    Session session =
        new Session(new SessionHandle("h"), UserId.of("alice"), null, Set.of(), Instant.EPOCH, END);
    Token access = new Token(name + "-access", END);
    SessionTokens all =
        new SessionTokens(
            session,
            access,
            new Token(name + "-refresh", END),
            new Token(name + "-id", END),
            name + "-csrf");
    return new StagedTokens(access, all, false);
  }
}
