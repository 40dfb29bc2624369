package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.testing.TestNode;

class FrontTokenTransportTest {
  private static final String PATH = "/api/session/refresh";
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

  @Test
  void the_last_word_counts() {
    RequestHead request = cookieMode().build();
    FrontTokenTransport transport = transport(Map.of());
    headers.add("Set-Cookie", "theme=dark");
    transport.write(login("first"), request, headers);
    assertThat(cookies()).hasSize(3).anyMatch(line -> line.startsWith("sAccessToken=first-"));
    assertThat(headers.get("anti-csrf")).containsExactly("first-csrf");
    transport.write(
        new StagedTokens(null, null, false, StagedTokens.Removal.ENDED), request, headers);
    assertThat(headers.get("front-token")).containsExactly("remove");
    assertThat(headers.get("st-access-token")).containsExactly("");
    assertThat(headers).doesNotContainKey("anti-csrf");
    assertThat(cookies()).hasSize(3).contains("theme=dark");
  }

  @ParameterizedTest
  @CsvSource({
    "any, cookie, true",
    "any, header, false",
    "any, , false",
    "any, nonsense, false",
    "cookie, header, true",
    "header, cookie, false",
  })
  void a_new_session_is_where_the_client_wishes_it_unless_that_is_forbidden(
      String setting, String wish, boolean inCookies) {
    FakeRequest request = FakeRequest.to("/api/login");
    if (wish != null) {
      request.header("st-auth-mode", wish);
    }
    transport(Map.of("symbolon.http.token-transfer", setting))
        .write(login("x"), request.build(), headers);
    assertThat(headers.containsKey("st-access-token")).isEqualTo(!inCookies);
    assertThat(cookies().isEmpty()).isEqualTo(!inCookies);
  }

  @Test
  void where_only_cookies_are_allowed_a_bearer_token_is_none() {
    RequestHead request = FakeRequest.to(PATH).header("Authorization", "Bearer abc").build();
    assertThat(transport(Map.of()).read(request).refreshTokens()).containsExactly("abc");
    assertThat(
            transport(Map.of("symbolon.http.token-transfer", "cookie"))
                .read(request)
                .refreshTokens())
        .isEmpty();
  }

  @Test
  void a_custom_header_can_take_the_place_of_the_anti_csrf_token() {
    FrontTokenTransport byHeader = transport(Map.of("symbolon.http.anti-csrf-mode", "header"));
    RequestHead without =
        cookieMode().header("Cookie", "sAccessToken=a").header("anti-csrf", "t").build();
    RequestHead with = cookieMode().header("Cookie", "sAccessToken=a").header("rid", "").build();
    assertThat(byHeader.read(without).antiCsrf()).isEqualTo(AntiCsrfCheck.require(null));
    assertThat(byHeader.read(with).antiCsrf()).isEqualTo(AntiCsrfCheck.skip());
    assertThat(transport(Map.of()).read(without).antiCsrf()).isEqualTo(AntiCsrfCheck.require("t"));
    byHeader.write(login("x"), with, headers);
    assertThat(headers).doesNotContainKey("anti-csrf");
  }

  @Test
  void cookies_of_older_domains_are_removed_where_there_are_two() {
    Map<String, String> settings =
        Map.of(
            "symbolon.cookie.domain", "example.com",
            "symbolon.cookie.older-domains", "api.example.com, host-only");
    RequestHead twice =
        cookieMode().header("Cookie", "sAccessToken=a; sAccessToken=b; sRefreshToken=r").build();
    transport(settings).write(login("new"), twice, headers);
    assertThat(cookies())
        .filteredOn(line -> line.startsWith("sAccessToken=; "))
        .hasSize(2)
        .anyMatch(line -> line.contains("; Domain=api.example.com; "))
        .anyMatch(line -> !line.contains("Domain"));
    assertThat(cookies()).filteredOn(line -> line.startsWith("sRefreshToken=")).hasSize(1);
    headers.clear();
    transport(settings).write(login("new"), cookieMode().build(), headers);
    assertThat(cookies()).hasSize(2);
  }

  private List<String> cookies() {
    return headers.getOrDefault("Set-Cookie", List.of()).stream().map(Object::toString).toList();
  }

  private static FakeRequest cookieMode() {
    return FakeRequest.to("/api/login").header("st-auth-mode", "cookie");
  }

  private static StagedTokens login(String name) {
    return StagedTokens.of(SampleTokens.named(name), true);
  }

  private static FrontTokenTransport transport(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("symbolon.database.url", "jdbc:h2:mem:none");
    return new FrontTokenTransport(TestNode.config(all));
  }
}
