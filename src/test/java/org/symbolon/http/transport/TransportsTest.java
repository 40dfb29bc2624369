package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.SessionException;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionNotFoundException;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;

/** When an answer takes tokens away. */
class TransportsTest {
  private static final String REFRESH = "/api/session/refresh";
  private final Transports transports =
      new Transports(TestNode.config(Map.of("symbolon.database.url", "jdbc:h2:mem:none")));
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/x, -, -, -, false",
        "/x, sIdRefreshToken=i, -, -, true",
        "/x, sIdRefreshToken=, -, -, false",
        "/x, sAccessToken=a, -, -, true",
        "/x, theme=dark, -, -, false",
        "/x, sRefreshToken=r, -, -, false",
        "/x, sRefreshToken=r, cookie, -, true",
        "/x, -, header, -, false",
        "/x, -, header, Bearer opaque, false",
        "/api/session/refresh, -, -, -, false",
        "/api/session/refresh, -, cookie, -, false",
        "/api/session/refresh, sAccessToken=a; sRefreshToken=r, -, -, false",
        "/api/session/refresh, sAccessToken=a; sRefreshToken=r, cookie, -, true",
        "/api/session/refresh, sIdRefreshToken=i; sRefreshToken=r, -, -, true",
        "/api/session/refresh, sIdRefreshToken=i, -, -, true",
        "/api/session/refresh, sRefreshToken=r, -, -, false",
      })
  void only_who_presented_tokens_loses_them(
      String path, String cookies, String mode, String authorization, boolean cleared) {
    FakeRequest request = FakeRequest.to(path).header("rid", "session");
    if (cookies != null) {
      request.header("Cookie", cookies);
    }
    if (mode != null) {
      request.header("st-auth-mode", mode);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    assertThat(clears(request)).isEqualTo(cleared);
    request.header("Sec-Fetch-Site", "cross-site");
    headers.clear();
    assertThat(clears(request)).isFalse();
  }

  @Test
  void a_refresh_that_a_foreign_form_could_send_clears_nothing() {
    FakeRequest request =
        FakeRequest.to(REFRESH)
            .header("Cookie", "sAccessToken=a; sRefreshToken=r")
            .header("st-auth-mode", "cookie");
    assertThat(clears(request)).isFalse();
  }

  @Test
  void what_the_application_has_ended_is_cleared_whoever_asked_for_it() {
    FakeRequest request =
        FakeRequest.to("/x")
            .header("Cookie", "sIdRefreshToken=i")
            .header("Sec-Fetch-Site", "cross-site");
    transports.write(removing(StagedTokens.Removal.ENDED), request, headers);
    assertThat(headers).containsKey("id-refresh-token");
    headers.clear();
    transports.write(removing(StagedTokens.Removal.ENDED), FakeRequest.to("/x"), headers);
    assertThat(headers).isEmpty();
  }

  @Test
  void what_was_written_before_is_taken_back_where_nothing_may_be_cleared() {
    FakeRequest request = FakeRequest.to("/x");
    transports.write(StagedTokens.of(SampleTokens.named("x"), true), request, headers);
    headers.add("Set-Cookie", "theme=dark");
    transports.write(removing(StagedTokens.Removal.ENDED), request, headers);
    assertThat(headers.get("Set-Cookie")).containsExactly("theme=dark");
  }

  @Test
  void only_a_failure_of_the_request_s_own_session_clears() {
    FakeRequest request = FakeRequest.to("/x").header("Cookie", "sIdRefreshToken=i");
    SessionException own = new UnauthorisedException(Reason.SESSION_ENDED, "own");
    for (SessionException other :
        new SessionException[] {
          new UnauthorisedException(Reason.SESSION_ENDED, "another's"),
          new UnauthorisedException(Reason.NO_SESSION, "not asked for"),
          new TokenTheftDetectedException(
              SampleTokens.named("x").session().handle(), UserId.of("u")),
          new SessionNotFoundException("none"),
        }) {
      OwnFailure.note(request, own);
      transports.refuse(other, request);
      assertThat(StagedTokens.of(request)).isNull();
    }
    transports.refuse(own, request);
    assertThat(StagedTokens.of(request)).isNotNull();
  }

  @Test
  void what_the_application_says_of_its_caller_itself_clears() {
    FakeRequest request = FakeRequest.to("/x").header("Cookie", "sIdRefreshToken=i");
    transports.refuse(new UnauthorisedException("locked out"), request);
    assertThat(StagedTokens.of(request)).isNotNull();
  }

  private boolean clears(RequestHead request) {
    transports.write(removing(StagedTokens.Removal.IF_ALLOWED), request, headers);
    return !headers.isEmpty();
  }

  private static StagedTokens removing(StagedTokens.Removal removal) {
    return new StagedTokens(null, null, false, removal);
  }
}
