package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoIT {

  private static DemoServer demo;

  @BeforeAll
  static void start() throws Exception {
    demo = new DemoServer(Map.of("SYMBOLON_DEMO_GREETING", "hello from the environment"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (demo != null) {
      demo.stop();
    }
  }

  @Test
  void shows_a_page() throws Exception {
    HttpResponse<String> response = demo.get("");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Symbolon demo");
  }

  @Test
  void takes_its_configuration_from_the_environment() throws Exception {
    assertThat(demo.get("api/public").body()).contains("hello from the environment");
  }

  @Test
  void refuses_a_stranger() throws Exception {
    assertThat(demo.get("api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void answers_a_user() throws Exception {
    assertThat(demo.get("api/me", "X-Symbolon-Skeleton", "alice").statusCode()).isEqualTo(200);
  }

  @Test
  void reaches_its_database() throws Exception {
    HttpResponse<String> response = demo.get("api/database");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"rows\":0}");
  }
}
