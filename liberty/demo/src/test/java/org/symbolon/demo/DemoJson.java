package org.symbolon.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** Bodies of the demo's calls. */
final class DemoJson {
  private DemoJson() {}

  static String login(String user) {
    return "{\"user\":" + user + "}";
  }

  static String handle(Browser browser) throws Exception {
    return json(browser.get("api/me")).getString("handle");
  }

  static JsonObject json(HttpResponse<String> answer) {
    return json(answer.body());
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
