package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongConfigurationIT {

  @Test
  void stops_the_demo_and_says_why() throws Exception {
    Map<String, String> environment =
        Map.of("SYMBOLON_COOKIE_SAME_SITE", "none", "SYMBOLON_ACCESS_TOKEN_VALIDITY", "1 hour");
    try (DemoServer server = DemoServer.startInVain(environment)) {
      assertThat(server.log())
          .contains("symbolon.cookie.same-site = none: needs symbolon.cookie.secure=true")
          .contains("symbolon.access-token.validity = 1 hour: must be an ISO-8601 duration");
      assertThat(new Browser().get("api/public").statusCode()).isEqualTo(404);
    }
  }
}
