package org.symbolon.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.http.Cors;

class BrowserOriginTest {
  private static final Cors CORS = new Cors(Set.of("https://app.example.com"));

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/, same-origin, , true",
    "https://www.example.com/, same-origin, https://evil.example, true",
    "https://www.example.com/, same-site, https://www.example.com, false",
    "https://www.example.com/, cross-site, , false",
    "https://www.example.com/, none, , false",
    "https://www.example.com/, , https://www.example.com, true",
    "https://WWW.example.com/, , https://www.example.com, true",
    "https://www.example.com:443/, , https://www.example.com, true",
    "http://localhost:9080/, , http://localhost:9080, true",
    "http://localhost:80/, , http://localhost, true",
    "http://my_host:9080/, , http://my_host:9080, true",
    "http://my_host:9080/, , http://other_host:9080, false",
    "http://www.example.com.:9080/, , http://www.example.com.:9080, true",
    "http://[::1]:9080/, , http://[::1]:9080, true",
    "http://[::1]/, , http://[::2], false",
    "https://www.example.com/, , http://www.example.com, false",
    "https://www.example.com/, , https://www.example.com:8443, false",
    "https://www.example.com/, , https://example.com, false",
    "https://www.example.com/, , null, false",
    "https://www.example.com/, , , false",
    "https://app.example.com/, , https://app.example.com.evil.example, false",
  })
  void a_page_of_this_origin_is_known_by_the_browser_s_word(
      URI address, String site, String origin, boolean own) {
    assertThat(BrowserOrigin.isOwn(request(address, site, origin, null))).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "websocket, https://evil.example, , true",
    "WebSocket, https://evil.example, , true",
    "'h2c, websocket', https://evil.example, , true",
    "websocket, null, , true",
    "websocket, https://sub.www.example.com, , true",
    "websocket, https://www.example.com, , false",
    "websocket, https://app.example.com, , false",
    "websocket, https://www.example.com, cross-site, true",
    "websocket, , , false",
    "h2c, https://evil.example, , false",
    ", https://evil.example, , false",
  })
  void a_handshake_of_another_origin_is_foreign(
      String upgrade, String origin, String site, boolean foreign) {
    HttpServletRequest request =
        request(URI.create("https://www.example.com/"), site, origin, upgrade);
    assertThat(BrowserOrigin.isForeignUpgrade(request, CORS)).isEqualTo(foreign);
  }

  private static HttpServletRequest request(
      URI address, String site, String origin, String upgrade) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Sec-Fetch-Site", site);
    headers.put("Origin", origin);
    headers.put("Upgrade", upgrade);
    int standard = address.getScheme().equals("https") ? 443 : 80;
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> headers.get(String.valueOf(arguments[0]));
                  case "getScheme" -> address.getScheme();
                  case "getServerName" ->
                      // as WildFly has addresses of IPv6
                      address.getHost() == null
                          ? address.getAuthority().replaceFirst(":.*", "")
                          : address.getHost().replaceAll("[\\[\\]]", "");
                  case "getServerPort" ->
                      address.getHost() == null
                          ? 9080
                          : address.getPort() < 0 ? standard : address.getPort();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
