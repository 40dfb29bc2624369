package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.handle;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The live events. */
interface EventsTests extends DemoTests {
  URI EVENTS = URI.create(DemoServer.URL + "api/events");

  @Test
  @Timeout(60)
  default void who_listens_hears_what_happens() throws Exception {
    HttpResponse<Stream<String>> feed =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(EVENTS).build(), BodyHandlers.ofLines());
    try (Stream<String> lines = feed.body()) {
      assertThat(feed.statusCode()).isEqualTo(200);
      assertThat(feed.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      browser().login(login("\"" + user() + "\""));
      String handle = handle(browser());
      browser().refresh();
      browser().get("api/me");
      browser().post("api/logout");
      List<JsonObject> heard =
          lines
              .filter(line -> line.startsWith("data:") && line.contains(handle))
              .limit(4)
              .map(line -> json(line.substring("data:".length())))
              .toList();
      assertThat(heard)
          .extracting(event -> event.getString("type"))
          .containsExactly("Created", "Refreshed", "Promoted", "Revoked");
      assertThat(heard)
          .allSatisfy(
              event -> {
                assertThat(event.keySet()).containsExactly("type", "handle", "userId", "at");
                assertThat(event.getString("userId")).isEqualTo(user());
              });
    }
  }

  @Test
  @Timeout(60)
  default void who_has_left_is_forgotten() throws Exception {
    InputStream feed =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(EVENTS).build(), BodyHandlers.ofInputStream())
            .body();
    assertThat(listeners()).isPositive();
    feed.close();
    while (listeners() > 0) { // the next heartbeat or the one after it tells
      Thread.sleep(250);
    }
  }

  private int listeners() throws Exception {
    return Integer.parseInt(browser().get("api/events/listeners").body());
  }
}
