package org.symbolon.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request is for {@code www.example.com}. */
class RequestSiteTest {
  private static final Set<String> ALLOWED = Set.of("https://app.example.net");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, true, false",
        "same-origin, -, -, true, false",
        "same-origin, https://www.example.com, -, true, false",
        // a page that hides its origin (Referrer-Policy: no-referrer)
        "same-origin, null, -, true, false",
        "none, -, -, true, false",
        "same-site, -, -, true, false",
        "same-site, https://other.example.com, -, false, true",
        "same-site, null, -, false, true",
        "same-site, https://app.example.net, -, true, false",
        "cross-site, -, -, false, true",
        "cross-site, null, -, false, true",
        "cross-site, https://evil.example, -, false, true",
        "cross-site, https://www.example.com, -, false, true",
        "cross-site, https://app.example.net, -, true, false",
        "cross-site, 'https://app.example.net,https://evil.example', -, false, true",
        "'same-origin,cross-site', -, -, false, true",
        "SAME-ORIGIN, -, -, false, true",
        "'', -, -, false, true",
        // browsers without Sec-Fetch-Site, and pages that came by plain http
        "-, https://www.example.com, -, true, false",
        "-, http://www.example.com:8080, -, true, false",
        "-, HTTPS://WWW.EXAMPLE.COM, -, true, false",
        "-, https://app.example.net, -, true, false",
        "-, https://evil.example, -, false, false",
        "-, https://www.example.com.evil.example, -, false, false",
        "-, https://evil.example/www.example.com, -, false, false",
        "-, https://www.example.com@evil.example, -, false, false",
        "-, https://www.example.com:x, -, false, false",
        "-, null, -, false, false",
        "-, '', -, false, false",
        // a proxy that hides the host
        "-, https://shop.example, shop.example, true, false",
        "-, https://shop.example, 'a.example, shop.example:443', true, false",
        "-, https://evil.example, shop.example, false, false",
        "-, http://my_shop:8080, my_shop:8080, true, false",
        "-, http://my_shop, MY_SHOP, true, false",
        "-, http://other_shop, my_shop, false, false",
        "-, http://shop.example., shop.example., true, false",
        "-, 'http://[::1]:8080', '[::1]:8080', true, false",
        "-, 'http://[::1]:8080', '::1', true, false",
        "-, 'http://[::2]', '[::1]', false, false",
        "cross-site, https://shop.example, shop.example, false, true",
      })
  void may_a_page_use_the_session(
      String site, String origin, String forwarded, boolean mayUse, boolean foreign) {
    FakeRequest request = FakeRequest.to("/x").method("POST");
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (forwarded != null) {
      request.header("X-Forwarded-Host", forwarded);
    }
    RequestSite from = new RequestSite(request, ALLOWED);
    assertThat(from.mayUseSession()).isEqualTo(mayUse);
    assertThat(from.isForeign()).isEqualTo(foreign);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "POST, -, -, -, true",
        "POST, -, https://evil.example, -, true",
        "POST, same-origin, https://www.example.com, cors, true",
        "POST, same-site, https://login.example.com, navigate, true",
        "POST, none, -, navigate, true",
        "POST, cross-site, https://evil.example, navigate, false",
        "POST, cross-site, https://evil.example, no-cors, false",
        "POST, cross-site, null, navigate, false",
        "POST, cross-site, -, navigate, false",
        "POST, cross-site, https://app.example.net, cors, true",
        "POST, cross-site, https://provider.example, navigate, true",
        "POST, nonsense, -, cors, false",
        // an identity provider sends the user back
        "GET, cross-site, -, navigate, true",
        "GET, cross-site, -, no-cors, false",
        "GET, cross-site, -, -, false",
        "PUT, cross-site, -, navigate, false",
      })
  void may_a_page_log_somebody_in(
      String method, String site, String origin, String mode, boolean may) {
    FakeRequest request = FakeRequest.to("/login").method(method);
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (mode != null) {
      request.header("Sec-Fetch-Mode", mode);
    }
    RequestSite from = new RequestSite(request, ALLOWED);
    assertThat(from.mayLogIn(Set.of("https://provider.example"))).isEqualTo(may);
  }

  @Test
  void a_provider_that_hides_its_origin_can_be_allowed() {
    FakeRequest request =
        FakeRequest.to("/login")
            .method("POST")
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", "null");
    RequestSite from = new RequestSite(request, ALLOWED);
    assertThat(from.mayLogIn(Set.of())).isFalse();
    assertThat(from.mayLogIn(Set.of("null"))).isTrue();
  }
}
