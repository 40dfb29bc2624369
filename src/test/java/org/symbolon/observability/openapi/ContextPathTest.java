package org.symbolon.observability.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the configured paths the documents leave to the server. */
class ContextPathTest {

  @ParameterizedTest
  @CsvSource({
    "/api/session/refresh,           /servers/one/apps/app.war/WEB-INF/lib/x.jar,   ''",
    "/api/session/refresh,           '',                                            ''",
    "/shop/api/session/refresh,      '',                                            /shop",
    "/shop/api/session/refresh,      /applications/app/WEB-INF/lib/x.jar,           /shop",
    "/shop/renew,                    /apps/shop.war!/WEB-INF/lib/x.jar,             /shop",
    "/shop/renew,                    /content/shop.war/WEB-INF/lib/x.jar,           /shop",
    "/shop/renew,                    /tmp/applications/shop/WEB-INF/lib/x.jar,      /shop",
    "/shop/renew,                    C:\\apps\\shop\\WEB-INF\\lib\\x.jar,           /shop",
    "/shop/renew,                    /apps/shopping.war/WEB-INF/lib/x.jar,          ''",
    "/api/session/refresh,           /opt/api/apps/shop.war/WEB-INF/lib/x.jar,      ''",
    "/refresh,                       /refresh/WEB-INF/lib/x.jar,                    ''",
  })
  void it_is_inferred_from_the_refresh_path_and_the_name(
      String path, String location, String context) {
    assertThat(ContextPath.of(path, location)).isEqualTo(new ContextPath(context));
  }

  @ParameterizedTest
  @CsvSource({
    "/shop, /shop/api/signout, /api/signout",
    "/shop, /shopping/signout, /shopping/signout",
    "'',    /api/signout,      /api/signout",
  })
  void a_path_is_named_below_it(String context, String path, String relative) {
    assertThat(new ContextPath(context).relative(path)).isEqualTo(relative);
  }
}
