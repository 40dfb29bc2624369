package org.symbolon.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.symbolon.SessionEvent;

/** {@code {"type":"Created", "handle":…, "userId":…, "at":…}}, the time in milliseconds. */
final class EventJson {
  private EventJson() {}

  static JsonObject of(SessionEvent event) {
    return Json.createObjectBuilder()
        .add("type", event.getClass().getSimpleName())
        .add("handle", event.handle().value())
        .add("userId", SessionJson.of(event.userId()))
        .add("at", event.at().toEpochMilli())
        .build();
  }
}
