package org.symbolon.demo;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.symbolon.Session;
import org.symbolon.UserId;

/** A session as the demo shows it: {@code {"userId":…, "handle":…}}. */
final class SessionJson {
  private SessionJson() {}

  static JsonObjectBuilder of(Session session) {
    return Json.createObjectBuilder()
        .add("userId", of(session.userId()))
        .add("handle", session.handle().value());
  }

  /** A number or a text. */
  static JsonValue of(UserId id) {
    return id instanceof UserId.WholeNumber number
        ? Json.createValue(number.value())
        : Json.createValue(id.toString());
  }
}
